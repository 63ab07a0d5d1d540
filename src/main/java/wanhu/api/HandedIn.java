package wanhu.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Scope;
import wanhu.base.Verb;
import wanhu.exchange.Arrivals;
import wanhu.intake.Submissions;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.token.Body;
import wanhu.token.Caller;
import wanhu.token.Problem;

/** Registers what a program hands in for a resident, where its post is at work. */
@Service
class HandedIn {
    /** Each report gets its own when it is sent. */
    private static final UUID NO_COMMAND = new UUID(0, 0);

    /** Another system that hands a matter over keeps the contact, and answers the resident. */
    private static final String NO_PHONE = "intake.fault.phone-missing";

    private static final int REASON_CHARACTERS_MAX = 500;

    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9._:/-]{1,60}");

    /** What intake calls a field and a program does not. */
    private static final Map<String, String> NAMES = Map.of("kind-0", "kind");

    private final Submissions submissions;
    private final Reports reports;
    private final Matters matters;
    private final Units units;
    private final Audit audit;
    private final Arrivals arrivals;

    HandedIn(
            Submissions submissions,
            Reports reports,
            Matters matters,
            Units units,
            Audit audit,
            Arrivals arrivals) {
        this.submissions = submissions;
        this.reports = reports;
        this.matters = matters;
        this.units = units;
        this.audit = audit;
        this.arrivals = arrivals;
    }

    /** What is kept of a report for the same command: no code, which follows from the requester. */
    record Kept(UUID matter, String number, UUID requester) {}

    /**
     * A report as it was read.
     *
     * @param desk the unit that finds out what and where it is; null when it goes its way
     * @param missing codes that the table of the partner lacks
     */
    record Read(CommandApi.ReportBody body, @Nullable UUID desk, List<String> missing) {}

    /**
     * Reads a report; what a partner hands over, in our words.
     *
     * @throws Problem 400 with the field that is wrong
     */
    Read read(Caller caller, Body body) {
        var tree = body.as(JsonNode.class);
        if (!(tree instanceof ObjectNode fields) || !fields.path("origin").isString()) {
            return new Read(body.as(CommandApi.ReportBody.class), null, List.of());
        }
        var codes =
                new Arrivals.Codes(
                        code(fields, "kind"),
                        code(fields, "category"),
                        code(fields, "place"),
                        code(fields, "channel"));
        return arrivals.ours(caller.actor(), caller.token(), codes)
                .map(ours -> translated(caller.actor(), fields, ours))
                .orElseGet(() -> new Read(body.as(CommandApi.ReportBody.class), null, List.of()));
    }

    private static String code(ObjectNode fields, String name) {
        var value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw Problem.invalid(name, "token.fault.type");
        }
        return value.stringValue();
    }

    /**
     * What nobody has translated yet: help, to be sorted. Where the kind is unknown it may accuse
     * somebody at the place: the desk sees it first, as it does where the place is unknown.
     */
    private Read translated(Actor actor, ObjectNode fields, Arrivals.Ours ours) {
        put(fields, "kind", Objects.requireNonNullElse(ours.kind(), Kind.HELP.name()));
        put(fields, "category", Objects.requireNonNullElse(ours.category(), Submissions.UNSORTED));
        put(fields, "place", Objects.requireNonNullElseGet(ours.place(), () -> around(actor)));
        put(fields, "channel", Objects.requireNonNullElse(ours.channel(), Channel.API.name()));
        boolean unclear = ours.place() == null || ours.kind() == null;
        var desk = unclear && fields.has("place") ? actor.unit() : null;
        var body = new Body(fields.toString()).as(CommandApi.ReportBody.class);
        return new Read(body, desk, ours.missing());
    }

    /** A field that was not sent stays missing. */
    private static void put(ObjectNode fields, String name, String ours) {
        if (fields.path(name).isString()) {
            fields.put(name, ours);
        }
    }

    /** The territory of the post: its unit, or the one above that has one. */
    private String around(Actor actor) {
        var tree = units.tree(actor.county());
        return Stream.concat(
                        tree.find(actor.unit()).stream(), tree.ancestors(actor.unit()).stream())
                .filter(each -> each.kind().territorial())
                .map(Unit::code)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What is wanted, without faults.
     *
     * @throws Problem 400 with each fault, 403 for a place outside of the post's territory
     */
    Submissions.Wish wish(Actor actor, Read read) {
        var body = read.body();
        needed("kind", body.kind());
        needed("category", body.category());
        needed("place", body.place());
        needed("text", body.text());
        var place =
                units.tree(actor.county())
                        .byCode(body.place())
                        .filter(Unit::live)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "place", "api.fault.unit", Problem.shown(body.place())));
        if (read.desk() == null && !Scope.of(actor).territory().contains(place.path())) {
            throw Problem.of(HttpStatus.FORBIDDEN, "place", "api.fault.territory");
        }
        var origin = body.origin();
        if (origin != null && !ORIGIN.matcher(origin).matches()) {
            throw Problem.invalid("origin", "api.fault.value", Problem.shown(origin));
        }
        if (origin == null && body.channel() != null) {
            throw Problem.invalid("channel", "token.fault.unknown");
        }
        var wish = wish(body, read.desk());
        var faults =
                submissions.faults(wish).stream()
                        .filter(wrong -> origin == null || !wrong.word().key().equals(NO_PHONE))
                        .map(wrong ->
                                new Problem.Fault(
                                        NAMES.getOrDefault(wrong.field(), wrong.field()),
                                        wrong.word()))
                        .toList();
        if (!faults.isEmpty()) {
            throw new Problem(HttpStatus.BAD_REQUEST, faults);
        }
        return wish;
    }

    private static Submissions.Wish wish(CommandApi.ReportBody body, @Nullable UUID desk) {
        return new Submissions.Wish(
                NO_COMMAND,
                new Submissions.Where(body.place(), text(body.spot()), desk),
                new Submissions.What(
                        body.kind(),
                        body.category(),
                        yes(body.danger()),
                        text(body.title()),
                        body.text()),
                new Submissions.Who(
                        text(body.name()),
                        text(body.phone()),
                        yes(body.secret()),
                        yes(body.publish())));
    }

    private static void needed(String name, @Nullable Object value) {
        if (value == null) {
            throw Problem.invalid(name, "api.fault.missing");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /**
     * Registers it and records with which token; what came under the same number of the other
     * system before is the same matter.
     */
    @Transactional
    Kept send(Caller caller, Submissions.Wish wish, Read read) {
        var origin = read.body().origin();
        if (origin == null) {
            return kept(caller, submissions.send(wish));
        }
        int county = caller.actor().county();
        var sender = new Arrivals.Sender(caller.token(), origin);
        var known = arrivals.before(county, sender);
        if (known.isPresent()) {
            var same = known.get();
            audit.record(caller.actor(), act(caller, same.matter()).with("again", true));
            return new Kept(same.matter(), same.number(), same.requester());
        }
        var told = Objects.requireNonNullElse(read.body().channel(), Channel.API);
        var kept = kept(caller, submissions.send(wish, told));
        var came = new Arrivals.Came(kept.matter(), kept.number(), kept.requester());
        arrivals.keep(county, sender, came, read.missing());
        return kept;
    }

    private Kept kept(Caller caller, Receipt receipt) {
        audit.record(caller.actor(), act(caller, receipt.matter()));
        return new Kept(receipt.matter(), receipt.number(), receipt.requester());
    }

    /** Takes back what was handed over, and records with which token. */
    @Transactional
    Matter takeBack(Caller caller, String number, Arrivals.Back back) {
        var matter = matters.get(caller.actor(), number);
        var after = arrivals.takeBack(caller.actor(), matter, back);
        audit.record(caller.actor(), act(caller, matter.id()).with("what", "back"));
        return after;
    }

    /**
     * A reason as it was sent.
     *
     * @throws Problem 400 when it is missing or too long
     */
    static String reason(CommandApi.BackBody body) {
        needed("reason", body.reason());
        var reason = body.reason().strip();
        if (reason.length() < 2 || reason.length() > REASON_CHARACTERS_MAX) {
            throw Problem.invalid("reason", "api.fault.value", Problem.shown(reason));
        }
        return reason;
    }

    private static Act act(Caller caller, UUID matter) {
        return Act.of(Verb.TOKEN_REPORTED, matter).with("token", caller.token());
    }

    /** The code of the resident, for her. */
    String code(Actor actor, Kept kept) {
        return reports.code(reports.find(actor.county(), kept.requester()).orElseThrow());
    }
}
