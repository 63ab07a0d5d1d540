package wanhu.bench;

import java.util.SplittableRandom;

/**
 * What a resident tells, the same for each side: the texts are always the same, place and phone by
 * chance.
 *
 * @param village in which of the villages, from 0; the first ones have most
 * @param phone of the resident
 */
public record Story(int village, String phone) {
    /** Villages of the county. */
    public static final int VILLAGES = 60;

    /** Townships of the county. */
    public static final int TOWNSHIPS = 20;

    /** Offices that matters go to, one in each township. */
    public static final int DEPARTMENTS = TOWNSHIPS;

    public static final String TITLE = "机井没有电，两千亩地浇不上水";
    public static final String BODY = "村东的变压器前天烧坏了，机井抽不上水，两千亩玉米等着浇地，请尽快派人来修。";
    public static final String WHERE = "村东机井旁";
    public static final String NAME = "白玉兰";
    public static final String TRIED = "找过电工，变压器要换，村里没有这个条件。";
    public static final String INSTRUCTION = "请供电所到现场看，三天内通电。";
    public static final String ACCEPTED = "";
    public static final String ANSWER = "变压器已经换好，当天通电。";
    public static final String CHECKED = "";
    public static final String THANKS = "很快，谢谢。";

    private static final SplittableRandom CHANCE = new SplittableRandom(20_260_803);

    /** The next one. */
    public static Story next() {
        SplittableRandom chance;
        synchronized (CHANCE) {
            chance = CHANCE.split();
        }
        // Density as in real counties: some villages tell far more than others.
        int village = (int) (VILLAGES * Math.pow(chance.nextDouble(), 1.5));
        return new Story(village, "138%08d".formatted(chance.nextInt(100_000_000)));
    }

    /** The township of the village. */
    public int township() {
        return village % TOWNSHIPS;
    }

    /** The office that can help. */
    public int department() {
        return township();
    }
}
