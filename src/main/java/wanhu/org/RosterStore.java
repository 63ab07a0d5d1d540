package wanhu.org;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Role;
import wanhu.base.Sql;

/** All filled slots of a county in two statements. */
@Component
class RosterStore {
    /** Who fills which slot, and how many units stand behind which village. */
    record Filled(Map<UUID, List<FilledPost>> slots, Map<UUID, Integer> pairings) {
        List<FilledPost> posts(UUID unit) {
            return slots.getOrDefault(unit, List.of());
        }

        int paired(UUID village) {
            return pairings.getOrDefault(village, 0);
        }
    }

    private record Slotted(UUID unit, FilledPost post) {}

    private final JdbcClient db;

    RosterStore(JdbcClient db) {
        this.db = db;
    }

    Filled filled(int county, LocalDate day) {
        return new Filled(slots(county, day), pairings(county, day));
    }

    private Map<UUID, List<FilledPost>> slots(int county, LocalDate day) {
        return db
                .sql(
                        """
                        select p.unit, p.id, p.title, p.role, p.order_no, p.slot, a.person_name
                        from org.post p
                        join org.appointment a on a.county = :county and a.post = p.id
                        where p.county = :county and p.live and p.slot is not null
                            and a.first_day <= :day and (a.last_day is null or a.last_day >= :day)
                        """)
                .param("county", county)
                .param("day", day)
                .query((row, _) ->
                        new Slotted(
                                Sql.uuid(row, "unit"),
                                new FilledPost(
                                        Sql.uuid(row, "id"),
                                        row.getString("title"),
                                        Role.valueOf(row.getString("role")),
                                        row.getInt("order_no"),
                                        Slot.valueOf(row.getString("slot")),
                                        null,
                                        null,
                                        row.getString("person_name"),
                                        null,
                                        null)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Slotted::unit,
                                Collectors.mapping(Slotted::post, Collectors.toList())));
    }

    private Map<UUID, Integer> pairings(int county, LocalDate day) {
        var counts = new HashMap<UUID, Integer>();
        db.sql(
                        """
                        select village
                        from org.pairing
                        where county = :county
                            and first_day <= :day and (last_day is null or last_day >= :day)
                        """)
                .param("county", county)
                .param("day", day)
                .query(UUID.class)
                .list()
                .forEach(village -> counts.merge(village, 1, Integer::sum));
        return counts;
    }
}
