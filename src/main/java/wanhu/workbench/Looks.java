package wanhu.workbench;

import wanhu.life.Stage;

/** Which look a stage has: colour and shape, beside its word. */
final class Looks {
    private Looks() {}

    static String stage(Stage stage) {
        return switch (stage.category()) {
            case OPEN -> "act";
            case WAITING_FOR_RESIDENT, WAITING_FOR_THIRD -> "paused";
            case SOLVED -> "done";
            case CLOSED -> "quiet";
        };
    }
}
