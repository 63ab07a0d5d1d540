package wanhu.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.matter.Similar;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/**
 * Page on which staff register for a resident.
 *
 * @param places where the post may register
 * @param accusable whom a report of wrongdoing may be about
 * @param categories all that can be chosen
 */
record DeskPage(
        DeskForm form,
        List<Choice> places,
        List<Choice> accusable,
        List<Choice> categories,
        List<Fault> faults,
        AlikePage alike) {

    /** What is wrong with a field; null when nothing. */
    @Nullable String fault(Screen screen, String field) {
        return faults.stream()
                .filter(each -> each.field().equals(field))
                .map(each -> each.text(screen))
                .findFirst()
                .orElse(null);
    }
}

/** What may be the same. */
record AlikePage(List<Similar.Found> found) {}
