package wanhu.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Days;
import wanhu.base.OrgPath;
import wanhu.base.RecordQuery;
import wanhu.base.Verb;
import wanhu.base.Zones;

/**
 * What an auditor asks for, as it stands in the address. What can't be read counts as not asked.
 *
 * @param group name of a group of verbs, or {@value #STEPS} for steps of matters
 * @param verb name of a verb or a step
 * @param thing what it was done to
 * @param who part of a name or login
 * @param post id of a post, as a row of the list gives it
 * @param unit part of a unit's name
 * @param object id, code or number of a thing
 * @param request last digits of the number of a request, as an error page or the log tells it
 * @param address from where; or a sign of it, as a row of the list gives it
 * @param from first day
 * @param until last day
 * @param nobody "true" for what belongs to no county: sign-ins with unknown logins
 * @param after where this piece of the list starts
 */
record SearchForm(
        @Nullable String group,
        @Nullable String verb,
        @Nullable String thing,
        @Nullable String who,
        @Nullable String post,
        @Nullable String unit,
        @Nullable String object,
        @Nullable String request,
        @Nullable String address,
        @Nullable String from,
        @Nullable String until,
        @Nullable String nobody,
        @Nullable String after) {
    /** The group of all steps of matters. */
    static final String STEPS = "STEPS";

    /** Letter of the table of steps. */
    static final char STEPS_LETTER = 's';

    private static final String SIGN = "~";
    private static final int HEX = 16;
    private static final int DAYS = 30;
    private static final int TEXT_CHARACTERS_MAX = 200;

    /** Finds ids for what was typed. */
    interface Lookup {
        List<UUID> persons(String text);

        List<UUID> units(String text);

        long sign(String address);

        List<String> steps();
    }

    static String text(@Nullable String value) {
        var plain = value == null ? "" : value.strip();
        return plain.substring(0, Math.min(plain.length(), TEXT_CHARACTERS_MAX));
    }

    /** As a row shows where it came from, and as the field takes it. */
    static String sign(long address) {
        return SIGN + Long.toHexString(address);
    }

    LocalDate first(LocalDate today) {
        return day(from).orElse(today.minusDays(DAYS));
    }

    LocalDate last(LocalDate today) {
        return day(until).orElse(today);
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        try {
            return text(value).isEmpty() ? Optional.empty() : Optional.of(Days.read(text(value)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    boolean ofNobody() {
        return "true".equals(nobody);
    }

    /** Whether something is asked for that stands behind "more". */
    boolean detailed() {
        return ofNobody() || asked().keySet().stream().anyMatch(DETAILS::contains);
    }

    private static final List<String> DETAILS =
            List.of("verb", "thing", "unit", "post", "object", "request", "address");

    private List<String> verbs(Lookup lookup) {
        if (!text(verb).isEmpty()) {
            return List.of(text(verb));
        }
        if (text(group).isEmpty()) {
            return List.of();
        }
        return text(group).equals(STEPS)
                ? lookup.steps()
                : Arrays.stream(Verb.values())
                        .filter(each -> each.group().name().equals(text(group)))
                        .map(Verb::name)
                        .toList();
    }

    /** The query of the auditor. */
    RecordQuery query(Actor actor, LocalDate today, Lookup lookup) {
        boolean county = actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
        var end = Zones.startOf(last(today).plusDays(1));
        var start = RecordSearch.After.of(text(after), end);
        return new RecordQuery(
                ofNobody() && county ? Audit.NO_COUNTY : actor.county(),
                new RecordQuery.Who(
                        actor.path(),
                        county,
                        text(who).isEmpty() ? null : lookup.persons(text(who)),
                        text(unit).isEmpty() ? null : lookup.units(text(unit)),
                        id(post)),
                verbs(lookup),
                text(thing),
                text(object),
                text(request).toLowerCase(Locale.ROOT),
                address(lookup),
                new RecordQuery.When(Zones.startOf(first(today)), end, start.at(), start.id()));
    }

    private static @Nullable UUID id(@Nullable String value) {
        try {
            return text(value).isEmpty() ? null : UUID.fromString(text(value));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private @Nullable Long address(Lookup lookup) {
        var asked = text(address);
        if (asked.isEmpty()) {
            return null;
        }
        try {
            return asked.startsWith(SIGN)
                    ? Long.parseUnsignedLong(asked.substring(SIGN.length()), HEX)
                    : lookup.sign(asked);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private Map<String, String> asked() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("group", text(group));
        values.put("verb", text(verb));
        values.put("thing", text(thing));
        values.put("who", text(who));
        values.put("post", text(post));
        values.put("unit", text(unit));
        values.put("object", text(object));
        values.put("request", text(request));
        values.put("address", text(address));
        values.put("from", text(from));
        values.put("until", text(until));
        values.put("nobody", text(nobody));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    /** Names of what is asked for, without what was typed. */
    String filters() {
        return String.join(",", asked().keySet());
    }

    /** The address of the same question, at another piece or as a file. */
    String href(String path, String start) {
        var values = new LinkedHashMap<>(asked());
        values.put("after", start);
        var query =
                values.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
