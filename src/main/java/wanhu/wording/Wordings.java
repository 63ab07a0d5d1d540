package wanhu.wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.LocalTexts;
import wanhu.base.PerCounty;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;

/**
 * The texts in force: the county's own version of the day, or the shipped one. What was sent to a
 * resident stands in the timeline as it was sent.
 */
@Service
class Wordings implements LocalTexts {
    private final WordingStore store;
    private final Words words;
    private final Clock clock;
    private final Audit audit;
    private final PerCounty<Map<String, List<Version>>> books = new PerCounty<>();

    Wordings(WordingStore store, Words words, Clock clock, Audit audit) {
        this.audit = audit;
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(int county, Locale locale, String key) {
        if (Group.of(key).isEmpty()) {
            return Optional.empty();
        }
        boolean english = "en".equals(locale.getLanguage());
        return held(county, key, today())
                .filter(version -> !version.shipped())
                .map(version -> (english ? version.en() : version.zh()).replace("'", "''"));
    }

    /** All versions of a text that a county has made, oldest first. */
    List<Version> versions(int county, String key) {
        return book(county).getOrDefault(key, List.of());
    }

    /** The county's version in force on a day: of those that have begun, the latest made. */
    Optional<Version> held(int county, String key, LocalDate day) {
        return versions(county, key).stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .reduce((_, later) -> later);
    }

    /** The texts that people read now. */
    Shipped now(int county, String key) {
        return on(county, key, today());
    }

    private Shipped on(int county, String key, LocalDate day) {
        return held(county, key, day)
                .filter(version -> !version.shipped())
                .map(version -> new Shipped(version.zh(), version.en()))
                .orElseGet(() -> shipped(key));
    }

    /** The text as the product ships it. */
    Shipped shipped(String key) {
        return Shipped.of(words, key);
    }

    /** Keys of a group, in the order of the alphabet. */
    List<String> keys(Group group) {
        return words.keys(group.prefix()).stream().filter(group::has).toList();
    }

    /**
     * Whether a text could be said so; changes nothing.
     *
     * @throws Refused when it can't
     */
    void check(Actor actor, Wish wish) {
        var group =
                Group.of(wish.key())
                        .filter(_ -> words.has(wish.key()))
                        .orElseThrow(() -> new Refused(Kind.MISSING, "wording.refused.missing"));
        Refused.unless(Kind.FORBIDDEN, actor.is(Role.ADMIN), "wording.refused.admin");
        Refused.unless(Kind.INVALID, !wish.validFrom().isBefore(today()), "wording.refused.past");
        WordingCheck.check(group, wish, shipped(wish.key()));
        if (group.distinct() && !wish.shipped()) {
            keys(group).forEach(other -> refuseSame(actor.county(), wish, other));
        }
    }

    private void refuseSame(int county, Wish wish, String other) {
        var said = on(county, other, wish.validFrom());
        boolean same = said.zh().equals(wish.zh()) || said.en().equalsIgnoreCase(wish.en());
        Refused.unless(
                Kind.RULE,
                other.equals(wish.key()) || !same,
                "wording.refused.same",
                shipped(other).zh(),
                shipped(other).en());
    }

    /**
     * Says a text anew from a day, today or later.
     *
     * @throws Refused as {@link #check}
     */
    @Transactional
    void change(Actor actor, Wish wish) {
        store.lock(actor.county());
        books.forget(actor.county());
        check(actor, wish);
        int version = versions(actor.county(), wish.key()).size() + 1;
        store.add(actor, clock.instant(), wish, version);
        audit.record(
                actor,
                Act.of(Verb.WORDING_CHANGED, wish.key())
                        .with("version", version)
                        .with("from", wish.validFrom()));
        books.forget(actor.county());
    }

    private Map<String, List<Version>> book(int county) {
        return books.get(
                county,
                each -> store.versions(each).stream().collect(Collectors.groupingBy(Version::key)));
    }

    LocalDate today() {
        return Zones.day(clock.instant());
    }
}
