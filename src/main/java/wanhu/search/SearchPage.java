package wanhu.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.matter.MatterLine;
import wanhu.shell.Choice;

/**
 * Page of a search.
 *
 * @param rows matters that were found, the latest first
 * @param next address of the next piece; null at the end
 * @param common whether only the own area and the own work were looked through
 * @param groups what other rooms found
 * @param apart whether the post reads no matters at all
 * @param contacts whether the post may look for matters by contact
 */
record SearchPage(
        SearchForm form,
        List<Row> rows,
        @Nullable String next,
        boolean common,
        List<Group> groups,
        boolean apart,
        boolean contacts,
        List<Choice> categories) {

    /** A matter with the words marked. */
    record Row(
            MatterLine line,
            List<Marked> title,
            List<Marked> excerpt,
            List<Marked> number,
            String place,
            String holder,
            String category,
            String look) {
        String lateness(Instant now) {
            return line.lateness(now).name();
        }
    }

    /** Something that another room found. */
    record Found(List<Marked> title, List<Marked> note, String href) {}

    /** What one room found. */
    record Group(String heading, List<Found> hits) {}

    /** Whether nothing at all was found. */
    boolean nothing() {
        return rows.isEmpty() && groups.isEmpty();
    }
}
