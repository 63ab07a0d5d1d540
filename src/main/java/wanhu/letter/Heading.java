package wanhu.letter;

import wanhu.base.Refused;
import wanhu.paper.Paper;

/**
 * 版头设置 of a unit.
 *
 * @param organ who signs (发文机关署名)
 * @param code 机关代字
 * @param mark red head of documents; letters bear the organ itself
 * @param minutes red head of minutes
 * @param contact whom to ask, below each letter; may be empty
 */
record Heading(String organ, String code, String mark, String minutes, String contact) {
    static final int ORGAN_CHARACTERS_MAX = 28;
    static final int CODE_CHARACTERS_MAX = 10;
    static final int CONTACT_CHARACTERS_MAX = 100;

    /** What a unit has before anybody wrote one: its name. */
    static Heading of(String name) {
        var short28 = name.substring(0, Math.min(name.length(), ORGAN_CHARACTERS_MAX));
        return new Heading(
                short28,
                name.substring(0, Math.min(name.length(), CODE_CHARACTERS_MAX)),
                short28 + "文件",
                short28 + "会议纪要",
                "");
    }

    /**
     * The same as somebody typed it, checked.
     *
     * @throws Refused INVALID when something is missing or too long for its line
     */
    Heading checked() {
        length(organ, 1, ORGAN_CHARACTERS_MAX);
        length(code, 1, CODE_CHARACTERS_MAX);
        length(mark, 1, Paper.MARK_CHARACTERS_MAX);
        length(minutes, 1, Paper.MARK_CHARACTERS_MAX);
        length(contact, 0, CONTACT_CHARACTERS_MAX);
        return this;
    }

    private static void length(String text, int least, int most) {
        boolean fits = text.length() >= least && text.length() <= most && text.indexOf('\n') < 0;
        Refused.unless(Refused.Kind.INVALID, fits, "letter.refused.heading", least, most);
    }

    String mark(Kind kind) {
        return switch (kind) {
            case ORDER -> mark;
            case TRANSFER, REPLY -> organ;
            case MINUTES -> minutes;
        };
    }
}
