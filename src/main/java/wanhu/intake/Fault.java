package wanhu.intake;

import java.util.List;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * What is wrong with one field of a form.
 *
 * @param field name of the field
 * @param word key of the text
 * @param arguments of the text
 */
record Fault(String field, String word, List<Object> arguments) {
    static Fault of(String field, String word, Object... arguments) {
        return new Fault(field, word, List.of(arguments));
    }

    String text(Screen screen) {
        return screen.t(word, arguments.toArray());
    }

    /** For the list of faults at the top of a page. */
    Link link(Screen screen) {
        return new Link(text(screen), "#f-" + field);
    }
}
