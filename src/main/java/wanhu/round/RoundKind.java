package wanhu.round;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.org.Level;

/**
 * A kind of meeting in one version: who meets, how often, until when its list fills, until when it
 * must have decided, and by which source.
 *
 * @param code what stays the same through all versions
 * @param version 0 as shipped, from 1 the county's own
 * @param level of the bodies that meet: village, township or county
 * @param name what it is called
 * @param dates when
 * @param quorum least number of people present; 0 when none is set
 * @param source where it is written
 * @param validFrom first day on which it holds
 * @param active whether the county has it at all
 */
public record RoundKind(
        String code,
        int version,
        Level level,
        Text name,
        Dates dates,
        int quorum,
        Text source,
        LocalDate validFrom,
        boolean active) {
    /** Largest quorum that can be set. */
    static final int QUORUM_MAX = 100;

    public RoundKind {
        boolean meets = level == Level.VILLAGE || level == Level.TOWNSHIP || level == Level.COUNTY;
        if (!meets || !code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.kind", code);
        }
        if (quorum < 0 || quorum > QUORUM_MAX) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.quorum-number", QUORUM_MAX);
        }
    }

    /** A text in both languages. */
    public record Text(String chinese, String english) {
        /** Longest text, in characters. */
        static final int CHARACTERS_MAX = 120;

        public Text {
            chinese = chinese.strip();
            english = english.strip();
            boolean given = !chinese.isEmpty() && !english.isEmpty();
            if (!given || Math.max(chinese.length(), english.length()) > CHARACTERS_MAX) {
                throw new Refused(Refused.Kind.INVALID, "round.refused.text", CHARACTERS_MAX);
            }
        }

        /** In the language of a page. */
        public String in(Locale locale) {
            return "en".equals(locale.getLanguage()) ? english : chinese;
        }
    }

    /**
     * When it meets.
     *
     * @param cutoff the day at whose end the list closes; only with {@link Cadence#DAY_OF_MONTH}
     * @param decide until when each item is decided; null for the end of the week, or for never
     */
    public record Dates(Cadence cadence, @Nullable RoundDay cutoff, @Nullable RoundDay decide) {
        public Dates {
            if ((cadence == Cadence.DAY_OF_MONTH) != (cutoff != null)
                    || cutoff instanceof RoundDay.After) {
                throw new Refused(Refused.Kind.INVALID, "round.refused.cutoff");
            }
        }
    }
}
