package wanhu.suggest;

/**
 * What there is to learn from.
 *
 * @param label what the text was in the end: the code of a category, or who handled it
 * @param text without personal data
 * @param corrected whether a person chose otherwise than was suggested; it counts more
 */
record Example(String label, String text, boolean corrected) {
    private static final int BEGINNING_CHARACTERS = 12;
    private static final int PARTS = 5;

    /**
     * Whether it is held out to be asked about. Texts that begin alike, such as one that was told
     * twice, lie on the same side, so that nobody is asked what was told before.
     */
    boolean held() {
        var beginning = text.substring(0, Math.min(BEGINNING_CHARACTERS, text.length()));
        return Math.floorMod((beginning.hashCode() * 0x9E3779B9) >>> 8, PARTS) == 0;
    }
}
