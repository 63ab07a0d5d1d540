package wanhu.token;

import java.util.Arrays;
import java.util.Optional;

/** What a token may be used for; beyond it the post itself decides. */
public enum Reach {
    /** Nothing needed: for everybody, without a token. */
    ANYBODY(""),
    /** Read matters, their timelines and steps. */
    MATTERS_READ("matters:read"),
    /** Report matters and take steps. */
    MATTERS_WRITE("matters:write"),
    /** Read figures. */
    FIGURES_READ("figures:read"),
    /** Read units and categories. */
    UNITS_READ("units:read"),
    /** Set up calls to another system, and read how they went. */
    HOOKS_MANAGE("hooks:manage"),
    /** Take whole lists away as files. */
    EXPORTS_TAKE("exports:take");

    private final String text;

    Reach(String text) {
        this.text = text;
    }

    /** As it is written in forms, answers and tables. */
    public String text() {
        return text;
    }

    /** The one that is written so; empty for anything else. */
    static Optional<Reach> find(String text) {
        return Arrays.stream(values())
                .filter(each -> each != ANYBODY && each.text.equals(text))
                .findFirst();
    }
}
