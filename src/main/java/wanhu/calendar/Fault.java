package wanhu.calendar;

import java.util.List;

/**
 * What is wrong with a row of a file.
 *
 * @param row number of the row, from 1; 0 for the file as a whole
 * @param word key of the text
 * @param arguments arguments of the text
 */
record Fault(int row, String word, List<Object> arguments) {
    Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(int row, String word, Object... arguments) {
        return new Fault(row, word, List.of(arguments));
    }
}
