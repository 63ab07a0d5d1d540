package wanhu.life;

import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockChange.Start;
import wanhu.promise.ClockChange.Stop;
import wanhu.promise.ClockKind;

/** A matter on which is decided, on its ground; with what several decisions need. */
record Case(Matter matter, Ground ground) {
    static void rule(boolean holds, String word, Object... arguments) {
        Refused.unless(Kind.RULE, holds, word, arguments);
    }

    static void given(boolean there, String word) {
        Refused.unless(Kind.INVALID, there, word);
    }

    /** Who asks the resident: never the handling unit itself, as long as there is one above it. */
    Hold follower() {
        var dispatcher = matter.parties().dispatcher();
        if (dispatcher != null
                && !dispatcher.unit().equals(matter.parties().handlerOrHolder().unit())) {
            return dispatcher;
        }
        @Nullable Hold above = ground.above();
        return above == null ? matter.parties().handlerOrHolder() : above;
    }

    ClockChange start(ClockKind kind) {
        return new Start(kind, ground.limits().term(kind));
    }

    ClockChange contact() {
        var term =
                matter.about().danger()
                        ? ground.limits().contactInDanger()
                        : ground.limits().term(ClockKind.CONTACT);
        return matter.tally().contacted()
                        && matter.stage().open()
                        && matter.stage() != Stage.FOLLOW_UP
                ? new Stop(ClockKind.CONTACT)
                : new Start(ClockKind.CONTACT, term);
    }

    ClockChange finish() {
        return new Start(ClockKind.FINISH, ground.limits().finish(matter.about().kind()));
    }
}
