package wanhu.bench;

import java.util.List;
import java.util.Map;

/** Somebody who can live the life: the floor, the product, an engine. */
public interface Side extends AutoCloseable {
    /**
     * Lives the first so many steps of a life, each committed durably before the next: reported to
     * a village; escalated to the township, with a new deadline; dispatched to a department, with
     * another; accepted; resolved, with an answer; checked by the township; rated by the resident,
     * and thereby closed. Who did each, when, and with what words is kept.
     *
     * @param steps 1 to 7
     * @param laps told when each step has been committed
     * @return what the life is known by
     */
    String live(int steps, Laps laps);

    /** Does what follows a little later by itself, as often as it does in service. */
    default void settle() {}

    /**
     * Reads whole lives back.
     *
     * @return what is wrong; empty when each has ended, with seven lines of its history in their
     *     order, and nothing of it is still open
     */
    List<String> wrong(List<String> lives);

    /**
     * The first 50 of what is open with a unit, most overdue first.
     *
     * @return instants at which they are due, as milliseconds, in the order of the list
     * @throws UnsupportedOperationException when this side has no list of that
     */
    List<Long> list(Scope scope);

    /**
     * Looks for something among what a clerk may see, and makes sure that nothing else was found.
     *
     * @param what name of it
     * @return how many rows were found
     * @throws UnsupportedOperationException when this side has no such search
     */
    default int seek(String what, Scope scope) {
        throw new UnsupportedOperationException(what);
    }

    /**
     * Does something that this side alone can do.
     *
     * @param words the command with its words
     * @return its figures by name; what is wrong is thrown
     * @throws UnsupportedOperationException when it is not known here
     */
    default Map<String, Number> ask(List<String> words) {
        throw new UnsupportedOperationException(words.toString());
    }

    @Override
    void close();

    /** Whose open matters: of a unit itself, or of all units below one. */
    enum Scope {
        VILLAGE,
        TOWNSHIP,
        COUNTY
    }
}
