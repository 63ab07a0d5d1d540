package wanhu.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.life.Kind;
import wanhu.life.Reason;

/**
 * A matter as everybody may read it: the text that a person approved, and what follows from the
 * timeline.
 *
 * @param title the approved title, never the resident's own
 * @param place the place, no finer than the village
 * @param handler where the unit that solved it stands
 * @param closed when it ended
 * @param supporters how many residents told it
 * @param rated how many of them rated it
 * @param satisfied how many of those were at least fairly satisfied
 */
public record PublicMatter(
        String number,
        Kind kind,
        String category,
        String title,
        String text,
        String answer,
        OrgPath place,
        @Nullable OrgPath handler,
        Reason.@Nullable Result result,
        Instant reported,
        Instant closed,
        int supporters,
        int rated,
        int satisfied) {}
