package wanhu.paper;

import java.util.List;

/**
 * Sorts of type that the standard names. Which font stands for one is a matter of the machine; the
 * product ships none.
 */
enum Face {
    /** 仿宋: the text. */
    FANG("仿宋_GB2312"),
    /** 小标宋: head and title. */
    SONG("方正小标宋简体"),
    /** 黑体: first headings. */
    HEI("黑体"),
    /** 楷体: second headings. */
    KAI("楷体_GB2312");

    private final String office;

    Face(String office) {
        this.office = office;
    }

    /** The name under which office programs know it. */
    String office() {
        return office;
    }

    /** Names of its files, in small letters, the best first. */
    List<String> files() {
        return switch (this) {
            case FANG ->
                    List.of("fang.ttf", "simfang.ttf", "fangsong.ttf", "stfangso.ttf", "fzfsk.ttf");
            case SONG ->
                    List.of("song.ttf", "fzxbsjw.ttf", "fzxbsjt.ttf", "gbsn00lp.ttf", "simsun.ttc");
            case HEI -> List.of("hei.ttf", "simhei.ttf", "wqy-zenhei.ttc");
            case KAI -> List.of("kai.ttf", "simkai.ttf", "gkai00mp.ttf");
        };
    }

    /** What a browser shall take. */
    String families() {
        return switch (this) {
            case FANG -> "FangSong, FangSong_GB2312, STFangsong, serif";
            case SONG -> "FZXiaoBiaoSong-B05S, SimSun, STSong, Noto Serif CJK SC, serif";
            case HEI -> "SimHei, STHeiti, Noto Sans CJK SC, sans-serif";
            case KAI -> "KaiTi, KaiTi_GB2312, STKaiti, serif";
        };
    }
}
