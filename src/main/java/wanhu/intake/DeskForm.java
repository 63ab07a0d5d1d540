package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;
import wanhu.life.Channel;
import wanhu.life.Reason;

/**
 * What a member of staff writes down for a resident, as the browser sent it.
 *
 * @param draft what the resident says
 * @param channel name of the {@link Channel}
 * @param happened when she said it, Chinese local time; empty for now
 * @param own the unit of the member of staff gets it; else the lowest unit at the place
 * @param act what is done at once, name of an {@link Act}
 * @param answer the text told to her with it
 * @param reason name of a {@link Reason.Decline}
 * @param into id of the matter that she joins; empty for a new one
 * @param seen the likely duplicates were looked at
 * @param call what only a desk asks and does
 */
record DeskForm(
        Draft draft,
        String channel,
        String happened,
        boolean own,
        String act,
        String answer,
        String reason,
        String into,
        boolean seen,
        Call call) {

    /** What is done with the report at once. */
    enum Act {
        /** 登记: goes its way. */
        REGISTER,
        /** 直接派单: to the unit that was chosen. */
        DISPATCH,
        /** 当场答复: an inquiry that is answered at once. */
        ANSWER,
        /** 当场解决: solved on the spot; the reply goes to the review. */
        SOLVED,
        /** 不予受理或引导: told why, or which way is the right one. */
        DECLINE
    }

    static DeskForm of(HttpServletRequest request) {
        return new DeskForm(
                Draft.of(request),
                given(request, "channel"),
                given(request, "happened"),
                "true".equals(request.getParameter("own")),
                given(request, "act"),
                given(request, "answer"),
                given(request, "reason"),
                given(request, "into"),
                "true".equals(request.getParameter("seen")),
                Call.of(request));
    }

    private static String given(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    Optional<Channel> channelChosen() {
        return switch (channel) {
            case "PHONE" -> Optional.of(Channel.PHONE);
            case "COUNTER" -> Optional.of(Channel.COUNTER);
            case "VISIT" -> Optional.of(Channel.VISIT);
            case "MEETING" -> Optional.of(Channel.MEETING);
            default -> Optional.empty();
        };
    }

    Act actChosen() {
        for (Act each : Act.values()) {
            if (each.name().equals(act)) {
                return each;
            }
        }
        return Act.REGISTER;
    }

    Optional<Reason.Decline> reasonChosen() {
        for (Reason.Decline each : Reason.Decline.values()) {
            if (each.name().equals(reason)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** When she said it; empty when what was typed is no time. */
    Optional<Instant> happenedAt(Instant now) {
        if (happened.isEmpty()) {
            return Optional.of(now);
        }
        try {
            var at = LocalDateTime.parse(happened).atZone(Zones.CHINA).toInstant();
            return at.isAfter(now) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
