package wanhu.base;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for in the rows of the record.
 *
 * @param who whose acts
 * @param verbs what was done; empty for everything
 * @param thing what it was done to; empty for everything
 * @param object its id, code or number; empty for everything
 * @param request the last digits of a request's number; empty for all
 * @param address sign of an address; null for all
 * @param when from, until and after which row
 */
public record RecordQuery(
        int county,
        Who who,
        List<String> verbs,
        String thing,
        String object,
        String request,
        @Nullable Long address,
        When when) {
    public RecordQuery {
        verbs = List.copyOf(verbs);
    }

    /**
     * Whose acts.
     *
     * @param below of posts at or below the place
     * @param whole whether rows without a post are shown too: for who audits the whole county
     * @param persons null for everybody
     * @param units null for every unit
     * @param post null for every post
     */
    public record Who(
            OrgPath below,
            boolean whole,
            @Nullable List<UUID> persons,
            @Nullable List<UUID> units,
            @Nullable UUID post) {}

    /**
     * When.
     *
     * @param from inclusive
     * @param until exclusive
     * @param after only rows before this moment, or at it with a smaller id
     */
    public record When(Instant from, Instant until, Instant after, UUID afterId) {}

    /** The same from another row on. */
    public RecordQuery after(Instant at, UUID id) {
        return new RecordQuery(
                county,
                who,
                verbs,
                thing,
                object,
                request,
                address,
                new When(when.from(), when.until(), at, id));
    }

    /** Names of what was done, with commas; empty for everything. */
    public String verbNames() {
        return String.join(",", verbs);
    }

    /**
     * All of it as named parameters: county, from, until, after, afterId, whole, pathFrom and so
     * on.
     */
    public Map<String, @Nullable Object> parameters() {
        var all = new HashMap<String, @Nullable Object>();
        all.put("county", county);
        all.put("from", Sql.at(when.from()));
        all.put("until", Sql.at(when.until()));
        all.put("after", Sql.at(when.after()));
        all.put("afterId", when.afterId());
        all.put("whole", who.whole());
        all.put("pathFrom", who.below().from());
        all.put("pathUntil", who.below().until());
        all.put("verbs", verbNames());
        all.put("persons", ids(who.persons()));
        all.put("units", ids(who.units()));
        all.put("post", who.post());
        all.put("thing", thing);
        all.put("object", object);
        all.put("request", request);
        all.put("address", address);
        return all;
    }

    /** Ids with commas; empty for all, and one that nobody has for none. */
    private static String ids(@Nullable List<UUID> ids) {
        if (ids == null) {
            return "";
        }
        return ids.isEmpty()
                ? new UUID(-1, -1).toString()
                : ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
