package wanhu.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/**
 * The form of a new project, or of a changed one.
 *
 * @param number of the project that is changed; null for a new one
 * @param reasoned whether a change needs a reason, since the public saw what was promised
 * @param matter title of the matter out of which it comes; null for a planned one
 */
record FormPage(
        @Nullable String number,
        boolean reasoned,
        @Nullable String matter,
        ProjectForm form,
        List<Choice> places,
        List<Choice> doers,
        List<Choice> helpers,
        @Nullable Refused refused) {
    String fault(Screen screen) {
        return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
    }

    String action() {
        return number == null ? "/projects/new" : "/projects/" + number + "/edit";
    }
}
