package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wanhu.base.Zones;

/**
 * What a desk asks and does besides what a resident fills in herself: the elements that a hotline
 * asks for (GB/T 33358: who, when, where, what, and what she wishes), to whom it goes at once, on
 * which articles the answer rests, when she is called back.
 *
 * @param when the time of what happened, in her words
 * @param wish what she wants done
 * @param unit id of the unit to which it is dispatched at once; empty for none
 * @param cites ids of articles
 * @param callBack when she was promised a call, Chinese local time; empty for no promise
 * @param more id of an open matter of hers to which this is added; empty for a new one
 */
record Call(
        String when, String wish, String unit, List<String> cites, String callBack, String more) {
    static final int CHARACTERS_MAX = 200;

    /** Most articles on which one answer rests. */
    static final int CITES_MAX = 5;

    static Call of(HttpServletRequest request) {
        var cites = request.getParameterValues("cite");
        return new Call(
                given(request, "when"),
                given(request, "wish"),
                given(request, "unit"),
                cites == null ? List.of() : Arrays.stream(cites).limit(CITES_MAX).toList(),
                given(request, "callBack"),
                given(request, "more"));
    }

    private static String given(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** The unit; empty for none or a forged one. */
    Optional<UUID> unitChosen() {
        return id(unit);
    }

    /** The articles; what is no id is left out. */
    List<UUID> cited() {
        return cites.stream().flatMap(each -> id(each).stream()).distinct().toList();
    }

    /** Whether a call was promised. */
    boolean promised() {
        return !callBack.isEmpty();
    }

    /** When she is to be called; empty when what was typed is no time. */
    Optional<Instant> calledAt() {
        try {
            return Optional.of(LocalDateTime.parse(callBack).atZone(Zones.CHINA).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether it is added to a matter of hers instead of told anew. */
    boolean adds() {
        return !more.isEmpty();
    }

    /** The matter to which it is added; empty for none or a forged one. */
    Optional<UUID> addedTo() {
        return id(more);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
