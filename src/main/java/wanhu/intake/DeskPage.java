package wanhu.intake;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.life.Channel;
import wanhu.matter.Similar;
import wanhu.shell.Choice;
import wanhu.shell.Screen;
import wanhu.vault.Notice;

/**
 * Page on which staff register for a resident.
 *
 * @param places where the post may register
 * @param accusable whom a report of wrongdoing may be about
 * @param categories all that can be chosen
 * @param units to which this post may dispatch at once; none for a post that does not
 * @param likely the channel by which most come to this post
 * @param looks whether the post looks for the matters of a caller
 * @param notice what she is told of her data
 */
record DeskPage(
        DeskForm form,
        List<Choice> places,
        List<Choice> accusable,
        List<Choice> categories,
        List<Choice> units,
        Channel likely,
        boolean looks,
        List<Fault> faults,
        AlikePage alike,
        Notice notice) {

    /** Keys of the page, as its help lists them. */
    static final List<String> KEYS =
            List.of(
                    "caller",
                    "more",
                    "place",
                    "text",
                    "category",
                    "unit",
                    "to",
                    "knowledge",
                    "join",
                    "read",
                    "act",
                    "send");

    /** Whether the post may dispatch at once. */
    boolean dispatches() {
        return !units.isEmpty();
    }

    String channel() {
        return likely == Channel.PHONE ? likely.name() : "";
    }

    /** What may be done at once. */
    List<DeskForm.Act> acts() {
        return Stream.of(DeskForm.Act.values())
                .filter(act -> act != DeskForm.Act.DISPATCH || dispatches())
                .toList();
    }

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
