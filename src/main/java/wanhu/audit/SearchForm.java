package wanhu.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Verb;
import wanhu.base.Zones;

/**
 * What an auditor asks for, as it stands in the address. What can't be read counts as not asked.
 *
 * @param group name of a group of verbs
 * @param verb name of a verb
 * @param who part of a name or login
 * @param object id or code of a thing
 * @param from first day
 * @param until last day
 * @param nobody "true" for what belongs to no county: sign-ins with unknown logins
 * @param after where this piece of the list starts
 */
record SearchForm(
        @Nullable String group,
        @Nullable String verb,
        @Nullable String who,
        @Nullable String object,
        @Nullable String from,
        @Nullable String until,
        @Nullable String nobody,
        @Nullable String after) {
    private static final int DAYS = 30;
    private static final int TEXT_CHARACTERS_MAX = 200;

    static String text(@Nullable String value) {
        var plain = value == null ? "" : value.strip();
        return plain.substring(0, Math.min(plain.length(), TEXT_CHARACTERS_MAX));
    }

    LocalDate first(LocalDate today) {
        return day(from).orElse(today.minusDays(DAYS));
    }

    LocalDate last(LocalDate today) {
        return day(until).orElse(today);
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        try {
            return text(value).isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text(value)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    boolean ofNobody() {
        return "true".equals(nobody);
    }

    private List<Verb> verbs() {
        return Arrays.stream(Verb.values())
                .filter(each -> text(verb).isEmpty() || each.name().equals(text(verb)))
                .filter(each -> text(group).isEmpty() || each.group().name().equals(text(group)))
                .toList();
    }

    /** The query of the auditor; who is looked up by a function of people. */
    ActSearch.Query query(Actor actor, LocalDate today, Function<String, List<UUID>> people) {
        boolean all = text(verb).isEmpty() && text(group).isEmpty();
        boolean county = actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
        return new ActSearch.Query(
                ofNobody() && county ? wanhu.base.Audit.NO_COUNTY : actor.county(),
                actor.path(),
                county,
                all ? List.of() : verbs(),
                text(who).isEmpty() ? null : people.apply(text(who)),
                text(object),
                Zones.startOf(first(today)),
                Zones.startOf(last(today).plusDays(1)));
    }

    /** The address of the same question, at another piece or as a file. */
    String href(String path, String start) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("group", text(group));
        values.put("verb", text(verb));
        values.put("who", text(who));
        values.put("object", text(object));
        values.put("from", text(from));
        values.put("until", text(until));
        values.put("nobody", text(nobody));
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
