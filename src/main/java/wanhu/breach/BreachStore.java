package wanhu.breach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.vault.PersonalField;

/** The rows of incidents and their drafts. */
@Repository
class BreachStore {
    private static final int INCIDENTS_MAX = 100;
    private static final int VERSIONS_MAX = 200;
    private static final int UNREPORTED_MAX = 3;

    private final JdbcClient db;

    BreachStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Incident incident) {
        var facts = incident.facts();
        db.sql(
                        """
                        insert into breach.incident (county, id, number, title, what, certain, found_at, first_day,
                            last_day, kinds, units, cause, harm, measures, contact, opened_at, opened_by, due_at)
                        values (:county, :id, :number, :title, :what, :certain, :found, :first,
                            :last, :kinds, :units, :cause, :harm, :measures, :contact, :opened, :by, :due)
                        """)
                .param("county", incident.county())
                .param("id", incident.id())
                .param("number", incident.number())
                .param("title", facts.title())
                .param("what", facts.what().name())
                .param("certain", facts.certain())
                .param("found", Sql.at(facts.found()))
                .param("first", facts.from())
                .param("last", facts.until())
                .param("kinds", kinds(facts))
                .param("units", units(facts))
                .param("cause", facts.cause())
                .param("harm", facts.harm())
                .param("measures", facts.measures())
                .param("contact", facts.contact())
                .param("opened", Sql.at(incident.opened()))
                .param("by", incident.by())
                .param("due", Sql.at(incident.due()))
                .update();
    }

    private static String kinds(Incident.Facts facts) {
        return facts.kinds().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String units(Incident.Facts facts) {
        return facts.units().stream().map(OrgPath::text).collect(Collectors.joining(","));
    }

    /** How many were opened on days whose numbers begin so. */
    int opened(int county, String prefix) {
        return db.sql(
                        """
                        select count(*)
                        from breach.incident
                        where county = :county and starts_with(number, :prefix)
                        """)
                .param("county", county)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    /** The newest first. */
    List<Incident> list(int county) {
        return db.sql(
                        """
                        select county, id, number, title, what, certain, found_at, first_day, last_day, kinds, units,
                            cause, harm, measures, contact, opened_at, opened_by, due_at, reported_at, told_at, closed_at
                        from breach.incident
                        where county = :county
                        order by opened_at desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", INCIDENTS_MAX)
                .query(BreachStore::incident)
                .list();
    }

    /**
     * What waits to be reported.
     *
     * @param due until when at the latest
     */
    record Unreported(UUID id, String number, Instant due) {}

    List<Unreported> unreported(int county) {
        return db.sql(
                        """
                        select id, number, due_at
                        from breach.incident
                        where county = :county and reported_at is null and closed_at is null
                        order by due_at, id
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", UNREPORTED_MAX)
                .query((row, _) ->
                        new Unreported(
                                Sql.uuid(row, "id"),
                                row.getString("number"),
                                Sql.instant(row, "due_at")))
                .list();
    }

    Optional<Incident> find(int county, UUID id) {
        return db.sql(
                        """
                        select county, id, number, title, what, certain, found_at, first_day, last_day, kinds, units,
                            cause, harm, measures, contact, opened_at, opened_by, due_at, reported_at, told_at, closed_at
                        from breach.incident
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(BreachStore::incident)
                .optional();
    }

    Optional<Incident> lock(int county, UUID id) {
        return db.sql(
                        """
                        select county, id, number, title, what, certain, found_at, first_day, last_day, kinds, units,
                            cause, harm, measures, contact, opened_at, opened_by, due_at, reported_at, told_at, closed_at
                        from breach.incident
                        where county = :county and id = :id
                        for update
                        """)
                .param("county", county)
                .param("id", id)
                .query(BreachStore::incident)
                .optional();
    }

    /** Writes when it was reported, told and closed. */
    void mark(Incident incident) {
        db.sql(
                        """
                        update breach.incident
                        set reported_at = :reported, told_at = :told, closed_at = :closed
                        where county = :county and id = :id
                        """)
                .param("county", incident.county())
                .param("id", incident.id())
                .param("reported", Sql.atOrNull(incident.reported()))
                .param("told", Sql.atOrNull(incident.told()))
                .param("closed", Sql.atOrNull(incident.closed()))
                .update();
    }

    void add(Incident incident, Version version) {
        var counts = version.counts();
        db.sql(
                        """
                        insert into breach.version (county, incident_id, number, made_at, made_by, persons, contacts,
                            matters, children, looks, lookers, files, rows, report, notice)
                        values (:county, :incident, :number, :made, :by, :persons, :contacts,
                            :matters, :children, :looks, :lookers, :files, :rows, :report, :notice)
                        """)
                .param("county", incident.county())
                .param("incident", incident.id())
                .param("number", version.number())
                .param("made", Sql.at(version.made()))
                .param("by", version.by())
                .param("persons", counts.persons())
                .param("contacts", counts.contacts())
                .param("matters", counts.matters())
                .param("children", counts.children())
                .param("looks", counts.looks())
                .param("lookers", counts.lookers())
                .param("files", counts.files())
                .param("rows", counts.rows())
                .param("report", version.report())
                .param("notice", version.notice())
                .update();
    }

    /** The newest first. */
    List<Version> versions(int county, UUID incident) {
        return db.sql(
                        """
                        select number, made_at, made_by, persons, contacts, matters, children, looks, lookers, files,
                            rows, report, notice
                        from breach.version
                        where county = :county and incident_id = :incident
                        order by number desc
                        limit :limit
                        """)
                .param("county", county)
                .param("incident", incident)
                .param("limit", VERSIONS_MAX)
                .query(BreachStore::version)
                .list();
    }

    private static Version version(ResultSet row, int rowNumber) throws SQLException {
        return new Version(
                row.getInt("number"),
                Sql.instant(row, "made_at"),
                row.getString("made_by"),
                new Counts(
                        row.getInt("persons"),
                        row.getInt("contacts"),
                        row.getInt("matters"),
                        row.getInt("children"),
                        row.getInt("looks"),
                        row.getInt("lookers"),
                        row.getInt("files"),
                        row.getLong("rows")),
                row.getString("report"),
                row.getString("notice"));
    }

    private static Incident incident(ResultSet row, int rowNumber) throws SQLException {
        return new Incident(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("number"),
                facts(row),
                Sql.instant(row, "opened_at"),
                row.getString("opened_by"),
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "reported_at"),
                Sql.instantOrNull(row, "told_at"),
                Sql.instantOrNull(row, "closed_at"));
    }

    private static Incident.Facts facts(ResultSet row) throws SQLException {
        Instant found = Sql.instant(row, "found_at");
        return new Incident.Facts(
                row.getString("title"),
                Incident.What.valueOf(row.getString("what")),
                row.getBoolean("certain"),
                found,
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Arrays.stream(row.getString("kinds").split(",", -1))
                        .map(PersonalField::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream(row.getString("units").split(",", -1)).map(OrgPath::new).toList(),
                row.getString("cause"),
                row.getString("harm"),
                row.getString("measures"),
                row.getString("contact"));
    }
}
