package wanhu.matter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Wall;

/**
 * How many persons an incident with personal data concerns: numbers alone, for the security
 * administrator, who reads no matters.
 */
@Service
public class Concerned {
    private final JdbcClient db;

    Concerned(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was counted.
     *
     * @param persons who told or joined a matter; one phone is one person
     * @param contacts of them, whose name or phone is still kept
     * @param matters that they told
     * @param children of them, where data of a child under 14 are concerned
     */
    public record Persons(int persons, int contacts, int matters, int children) {}

    /**
     * Persons whose data were held before a moment, of matters in these places.
     *
     * @throws Refused FORBIDDEN for everybody but the security administrator
     */
    @Transactional(readOnly = true)
    public Persons count(Actor actor, List<OrgPath> places, Instant until) {
        Refused.unless(Refused.Kind.FORBIDDEN, actor.is(Role.SECURITY), "matter.refused.contacts");
        return Wall.whole(() -> counted(actor.county(), places, until));
    }

    private Persons counted(int county, List<OrgPath> places, Instant until) {
        return db.sql(
                        """
                        select
                          count(distinct coalesce(r.phone_index, cast(r.id as text))) as persons,
                          count(distinct coalesce(r.phone_index, cast(r.id as text)))
                            filter (where r.phone_sealed is not null or r.name_sealed is not null) as contacts,
                          count(distinct r.first_matter_id) as matters,
                          count(*) filter (where r.child) as children
                        from matter.requester r
                        join matter.matter m on m.county = r.county and m.id = r.first_matter_id
                        where r.county = :county and r.joined_at < :until
                          and exists (
                            select
                            from unnest(string_to_array(:first, ','), string_to_array(:beyond, ',')) as u (first, beyond)
                            where m.place_path >= u.first collate "C" and m.place_path < u.beyond collate "C")
                        """)
                .param("county", county)
                .param("until", Sql.at(until))
                .param("first", places.stream().map(OrgPath::from).collect(Collectors.joining(",")))
                .param(
                        "beyond",
                        places.stream().map(OrgPath::until).collect(Collectors.joining(",")))
                .query((row, _) ->
                        new Persons(
                                row.getInt("persons"),
                                row.getInt("contacts"),
                                row.getInt("matters"),
                                row.getInt("children")))
                .single();
    }
}
