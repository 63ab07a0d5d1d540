package wanhu.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.PerCounty;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;

/** The kinds of meetings that a county has: as shipped, or as it defined them itself. */
@Service
class Kinds {
    private final KindStore store;
    private final Clock clock;
    private final Audit audit;
    private final PerCounty<List<RoundKind>> own = new PerCounty<>();

    Kinds(KindStore store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The kinds that hold on a day, lowest level first; also those that the county has switched
     * off.
     */
    List<RoundKind> list(int county, LocalDate on) {
        Map<String, RoundKind> byCode = new LinkedHashMap<>();
        ShippedKinds.ALL.forEach(kind -> byCode.put(kind.code(), kind));
        own.get(county, store::list).stream()
                .filter(kind -> !kind.validFrom().isAfter(on))
                .forEach(kind -> byCode.put(kind.code(), kind));
        var kinds = new ArrayList<>(byCode.values());
        kinds.sort(java.util.Comparator.comparing(RoundKind::level));
        return List.copyOf(kinds);
    }

    /** Those of them that the county has. */
    List<RoundKind> active(int county, LocalDate on) {
        return list(county, on).stream().filter(RoundKind::active).toList();
    }

    /** The kind with that code as it holds on a day. */
    RoundKind get(int county, String code, LocalDate on) {
        return list(county, on).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "round.refused.missing"));
    }

    /**
     * Defines a kind anew from a day, today or later; what was held before keeps its version.
     *
     * @throws Refused when the actor is no administrator or the day has passed
     */
    @Transactional
    void define(Actor actor, RoundKind wish) {
        if (!actor.is(Role.ADMIN, Role.COUNTY_CLERK)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "round.refused.define");
        }
        var now = clock.instant();
        if (wish.validFrom().isBefore(Zones.day(now))) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.past");
        }
        store.add(actor, wish, now);
        audit.record(
                actor,
                Act.of(Verb.ROUND_KIND_DEFINED, wish.code())
                        .with("active", wish.active())
                        .with("from", wish.validFrom()));
        own.forget(actor.county());
    }
}
