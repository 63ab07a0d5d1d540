package wanhu.topic;

/** How rare each pair is among the texts so far; known from the counts alone. */
final class Rarity {
    private final int[] frequency;
    private final float[] seen = new float[Grams.FEATURES];
    private int texts;
    private float all;

    /** From counts that are changed from here on by {@link #count} alone. */
    Rarity(int texts, int[] frequency) {
        this.texts = texts;
        this.frequency = frequency;
        this.all = (float) Math.log(2.0 + texts);
        for (int feature = 0; feature < seen.length; feature++) {
            seen[feature] = (float) Math.log(1.0 + frequency[feature]);
        }
    }

    int texts() {
        return texts;
    }

    /** Another text with these pairs. */
    void count(Grams grams) {
        texts++;
        all = (float) Math.log(2.0 + texts);
        for (int feature : grams.features()) {
            frequency[feature]++;
            seen[feature] = (float) Math.log(1.0 + frequency[feature]);
        }
    }

    float of(int feature) {
        return all - seen[feature];
    }
}
