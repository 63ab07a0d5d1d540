package wanhu.base;

import java.util.List;

/** Something that the program is started for and ends after, in place of serving pages. */
public interface Errand {
    /** Whether an option of this start asks for it. */
    boolean asked();

    /** Does it. */
    Result run();

    /**
     * What came of it.
     *
     * @param good whether all is well; decides the exit code, 0 or 1
     * @param lines for the console
     */
    record Result(boolean good, List<String> lines) {}
}
