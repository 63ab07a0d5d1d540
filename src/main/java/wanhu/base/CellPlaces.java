package wanhu.base;

/**
 * Watches the places of cells ({@code r="AB12"}) while a sheet is unpacked: a place in a column
 * that no spreadsheet has would have the reader make room for a billion empty cells before it.
 */
final class CellPlaces {
    /** XFD is the last column of Excel. */
    private static final int LETTERS_MAX = 3;

    private int before = ' ';
    private State state = State.ELSEWHERE;
    private int letters;

    private enum State {
        ELSEWHERE,
        NAME,
        EQUALS,
        VALUE
    }

    /** Whether one of the next bytes tells of such a place, or hides what it tells. */
    boolean outside(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            if (bytes[at] == 0 || outside(bytes[at])) {
                return true;
            }
            before = bytes[at];
        }
        return false;
    }

    private boolean outside(byte next) {
        boolean blank = next == ' ' || next == '\t' || next == '\n' || next == '\r';
        boolean quote = next == '"' || next == '\'';
        switch (state) {
            case ELSEWHERE -> state = next == 'r' && before <= ' ' ? State.NAME : State.ELSEWHERE;
            case NAME -> state = next == '=' ? State.EQUALS : blank ? State.NAME : State.ELSEWHERE;
            case EQUALS -> {
                state = quote ? State.VALUE : blank ? State.EQUALS : State.ELSEWHERE;
                letters = 0;
            }
            case VALUE -> {
                boolean letter = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
                letters += letter ? 1 : 0;
                state = quote ? State.ELSEWHERE : State.VALUE;
                return letters > LETTERS_MAX || next == '&';
            }
        }
        return false;
    }
}
