package wanhu.breach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.audit.Leavings;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.Rule;
import wanhu.law.RuleKey;
import wanhu.matter.Concerned;
import wanhu.org.Units;
import wanhu.vault.Views;

/** The door: incidents are opened, counted, drafted and closed by the security administrator. */
@Service
class Incidents {
    private final BreachStore store;
    private final Concerned concerned;
    private final Views views;
    private final Leavings leavings;
    private final Drafting drafting;
    private final Laws laws;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Incidents(
            BreachStore store,
            Concerned concerned,
            Views views,
            Leavings leavings,
            Drafting drafting,
            Laws laws,
            Units units,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.concerned = concerned;
        this.views = views;
        this.leavings = leavings;
        this.drafting = drafting;
        this.laws = laws;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** An incident with its drafts, the newest first. */
    record File(Incident incident, List<Version> versions) {
        Version newest() {
            return versions.getFirst();
        }
    }

    /**
     * Opens one, counts who is concerned and drafts report and notice.
     *
     * @return its id
     * @throws Refused INVALID when something is missing
     */
    @Transactional
    UUID open(Actor actor, IncidentForm form, Locale locale) {
        may(actor);
        var now = clock.instant();
        var facts = form.facts(units.tree(actor.county()), now);
        var prefix = "AQ-" + Zones.day(now).toString().replace("-", "") + "-";
        int number = store.opened(actor.county(), prefix) + 1;
        var incident =
                new Incident(
                        actor.county(),
                        Ids.next(),
                        prefix + "%02d".formatted(number),
                        facts,
                        now,
                        name(actor),
                        due(actor.county(), facts.found()),
                        null,
                        null,
                        null);
        store.insert(incident);
        store.add(incident, drafted(actor, incident, 1, locale));
        record(actor, incident, "opened");
        return incident.id();
    }

    /** Counts again and drafts anew, as a version of its own. */
    @Transactional
    void countAgain(Actor actor, UUID id, Locale locale) {
        var file = locked(actor, id);
        int next = file.newest().number() + 1;
        store.add(file.incident(), drafted(actor, file.incident(), next, locale));
        record(actor, file.incident(), "counted");
    }

    /**
     * Keeps what a person made of the drafts, as a version of its own.
     *
     * @throws Refused CONFLICT when somebody else was quicker, INVALID when one is empty or too
     *     long
     */
    @Transactional
    void write(Actor actor, UUID id, Edited edited) {
        var file = locked(actor, id);
        var newest = file.newest();
        Refused.unless(Kind.CONFLICT, newest.number() == edited.version(), "breach.refused.stale");
        var report = bounded(edited.report());
        var notice = bounded(edited.notice());
        store.add(
                file.incident(),
                new Version(
                        newest.number() + 1,
                        clock.instant(),
                        name(actor),
                        newest.counts(),
                        report,
                        notice));
        record(actor, file.incident(), "written");
    }

    /**
     * The drafts as a person left them.
     *
     * @param version from which she began
     */
    record Edited(int version, @Nullable String report, @Nullable String notice) {}

    private static String bounded(@Nullable String typed) {
        var text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        Refused.unless(Kind.INVALID, !text.isEmpty(), "breach.refused.empty");
        Refused.unless(
                Kind.INVALID, text.length() <= Version.CHARACTERS_MAX, "breach.refused.long");
        return text;
    }

    /** What somebody did outside and notes here. */
    enum Done {
        /** The authority was told. */
        REPORTED,
        /** The persons were told. */
        TOLD,
        /** Nothing is left to do. */
        CLOSED
    }

    /**
     * Notes what was done outside; nothing is sent from here.
     *
     * @throws Refused CONFLICT when it is noted already, RULE when it is closed before the report
     */
    @Transactional
    void note(Actor actor, UUID id, Done done) {
        var file = locked(actor, id);
        var was = file.incident();
        var now = clock.instant();
        var next =
                switch (done) {
                    case REPORTED -> marked(was, now, was.told(), null);
                    case TOLD -> marked(was, was.reported(), now, null);
                    case CLOSED -> marked(was, was.reported(), was.told(), now);
                };
        boolean again =
                switch (done) {
                    case REPORTED -> was.reported() != null;
                    case TOLD -> was.told() != null;
                    case CLOSED -> false;
                };
        Refused.unless(Kind.CONFLICT, !again, "breach.refused.noted");
        Refused.unless(
                Kind.RULE,
                done != Done.CLOSED || was.reported() != null,
                "breach.refused.unreported");
        store.mark(next);
        record(actor, was, done.name().toLowerCase(Locale.ROOT));
    }

    private static Incident marked(
            Incident was,
            @Nullable Instant reported,
            @Nullable Instant told,
            @Nullable Instant closed) {
        return new Incident(
                was.county(),
                was.id(),
                was.number(),
                was.facts(),
                was.opened(),
                was.by(),
                was.due(),
                reported,
                told,
                closed);
    }

    /** All of the county, the newest first. */
    @Transactional(readOnly = true)
    List<Incident> list(Actor actor) {
        may(actor);
        return store.list(actor.county());
    }

    /**
     * One of them.
     *
     * @throws Refused MISSING for another county's
     */
    @Transactional(readOnly = true)
    File get(Actor actor, UUID id) {
        may(actor);
        return file(store.find(actor.county(), id));
    }

    private File file(Optional<Incident> found) {
        var incident = found.orElseThrow(() -> new Refused(Kind.MISSING, "breach.refused.missing"));
        return new File(incident, store.versions(incident.county(), incident.id()));
    }

    private File locked(Actor actor, UUID id) {
        may(actor);
        var file = file(store.lock(actor.county(), id));
        Refused.unless(Kind.CONFLICT, file.incident().closed() == null, "breach.refused.closed");
        return file;
    }

    private Version drafted(Actor actor, Incident incident, int number, Locale locale) {
        var counts = counts(actor, incident.facts());
        var office = units.tree(actor.county()).root().orElseThrow().name();
        var source = rule(actor.county(), incident.facts().found()).citation(locale);
        var now = clock.instant();
        var on = new Drafting.On(incident, counts, office, source, now, locale);
        return new Version(
                number, now, name(actor), counts, drafting.report(on), drafting.notice(on));
    }

    private Counts counts(Actor actor, Incident.Facts facts) {
        var from = Zones.startOf(facts.from());
        var until = Zones.startOf(facts.until().plusDays(1));
        var persons = concerned.count(actor, facts.units(), until);
        var looked = views.count(actor, facts.units(), from, until);
        var left = leavings.count(actor, facts.units(), from, until);
        return new Counts(
                persons.persons(),
                persons.contacts(),
                persons.matters(),
                persons.children(),
                looked.looks(),
                looked.lookers(),
                left.files(),
                left.rows());
    }

    private Instant due(int county, Instant found) {
        return found.plus(Duration.ofHours(rule(county, found).term().amount()));
    }

    Rule rule(int county, Instant found) {
        return laws.rule(county, RuleKey.BREACH_REPORT, Zones.day(found));
    }

    private void record(Actor actor, Incident incident, String step) {
        audit.record(actor, Act.of(Verb.BREACH_HANDLED, incident.id()).with("step", step));
    }

    private static String name(Actor actor) {
        return actor.title() + " " + actor.name();
    }

    /** Whether incidents are this post's: the county answers for all of its data. */
    static boolean of(Actor actor) {
        return actor.is(Role.SECURITY) && actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
    }

    private static void may(Actor actor) {
        Refused.unless(Kind.FORBIDDEN, of(actor), "breach.refused.security");
    }
}
