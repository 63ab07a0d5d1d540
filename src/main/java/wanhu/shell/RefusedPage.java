package wanhu.shell;

import java.util.List;

/**
 * A no and what to do next.
 *
 * @param status HTTP status
 * @param name which no: last part of the words shell.refused.NAME, .NAME.title and .NAME.next
 * @param text what the refusing room says, or empty when the frame says it
 * @param number number of a bug in the log, or empty
 * @param again what was sent and can be sent again
 */
record RefusedPage(int status, String name, String text, String number, Resubmission again) {
    private static final int BUG = 500;
    private static final String STALE = "stale";

    static RefusedPage of(int status, String name) {
        return saying(status, name, "");
    }

    static RefusedPage saying(int status, String name, String text) {
        return new RefusedPage(status, name, text, "", Resubmission.NOTHING);
    }

    static RefusedPage bug(String number) {
        return new RefusedPage(BUG, "bug", "", number, Resubmission.NOTHING);
    }

    static RefusedPage again(int status, Resubmission again) {
        return new RefusedPage(status, STALE, "", "", again);
    }

    String titleWord() {
        return "shell.refused." + name + ".title";
    }

    String textWord() {
        return "shell.refused." + name;
    }

    String nextWord() {
        boolean nothingToSend = name.equals(STALE) && entries().isEmpty();
        return "shell.refused." + name + (nothingToSend ? ".return" : ".next");
    }

    List<Resubmission.Entry> entries() {
        return again.entries();
    }
}
