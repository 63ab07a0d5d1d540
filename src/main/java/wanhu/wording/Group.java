package wanhu.wording;

import java.util.List;
import java.util.Optional;

/** Texts that may be adapted, in groups; the name of a group is the word "wording.group.NAME". */
enum Group {
    /** Stages as staff reads them. */
    STAGE("life.stage.", "", 10, 40, true),
    /** Steps as staff reads them. */
    STEP("life.step.", "", 12, 40, true),
    /** Stages as residents read them. */
    PUBLIC_STAGE("life.public-stage.", "", 40, 120, false),
    /** Steps as residents read them. */
    PUBLIC_STEP("intake.step.", "", 16, 60, false),
    /** What a resident is told when something is not admitted (domain rules §3.1). */
    TOLD("life.decline.", ".told", 300, 800, false),
    /** Where she can go instead. */
    WHERE("life.decline.", ".where", 120, 360, false),
    /** By which article it is not admitted. */
    SOURCE("life.decline.", ".source", 120, 360, false),
    /** The acknowledgement of what was reported. */
    RECEIPT("intake.receipt.lead", "", 120, 360, false),
    /** Templates of messages, by channel, audience and event. */
    MESSAGE("message.template.", "", 70, 200, false);

    /** Asked for each text of each page. */
    private static final List<Group> ALL = List.of(values());

    private final String prefix;
    private final String suffix;
    private final int zhMax;
    private final int enMax;
    private final boolean distinct;

    Group(String prefix, String suffix, int zhMax, int enMax, boolean distinct) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.zhMax = zhMax;
        this.enMax = enMax;
        this.distinct = distinct;
    }

    /** The group of a key; empty when nobody may adapt the text. */
    static Optional<Group> of(String key) {
        for (Group group : ALL) {
            if (group.has(key)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    boolean has(String key) {
        return key.startsWith(prefix) && key.endsWith(suffix);
    }

    String prefix() {
        return prefix;
    }

    /** Longest text in characters. */
    int zhMax() {
        return zhMax;
    }

    /** Longest English text in characters. */
    int enMax() {
        return enMax;
    }

    /** Whether two of the group must not say the same. */
    boolean distinct() {
        return distinct;
    }
}
