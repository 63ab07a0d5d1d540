package wanhu.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** Keeps what counties add to the shipped holidays. */
@Repository
class CalendarStore {
    private static final int DAYS_ROWS_MAX = 20_000;
    private static final int INTERVALS_ROWS_MAX = 70;

    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    WorkCalendar calendar(int county) {
        return HolidayYears.shipped()
                .with(imported(county))
                .calendar(week(county), ownDays(county));
    }

    /** Lets one change of a county's calendar wait for the other; the version last told. */
    String lock(int county, String version, Instant now) {
        return db.sql(
                        """
                        insert into calendar.county (county, version, told_at)
                        values (:county, :version, :now)
                        on conflict (county) do update set told_at = excluded.told_at
                        returning version
                        """)
                .param("county", county)
                .param("version", version)
                .param("now", Sql.at(now))
                .query(String.class)
                .single();
    }

    /** Notes the version that the county's deadlines follow, when none is noted. */
    void watch(int county, String version, Instant now) {
        db.sql(
                        """
                        insert into calendar.county (county, version, told_at)
                        select :county, :version, :now
                        where not exists (select 1 from calendar.county where county = :county)
                        on conflict (county) do nothing
                        """)
                .param("county", county)
                .param("version", version)
                .param("now", Sql.at(now))
                .update();
    }

    void told(int county, String version) {
        db.sql(
                        """
                        update calendar.county
                        set version = :version
                        where county = :county
                        """)
                .param("county", county)
                .param("version", version)
                .update();
    }

    /** Counties whose calendar was ever used; across counties, at the start only. */
    List<Integer> counties() {
        return db.sql(
                        """
                        select county
                        from calendar.county
                        order by county
                        limit 4000
                        """)
                .query(Integer.class)
                .list();
    }

    void replaceNotice(Actor by, Instant now, HolidayNotice notice) {
        db.sql(
                        """
                        delete from calendar.notice_day
                        where county = :county and year = :year
                        """)
                .param("county", by.county())
                .param("year", notice.year())
                .update();
        db.sql(
                        """
                        insert into calendar.notice (county, year, source, imported_at, imported_by, imported_as)
                        values (:county, :year, :source, :at, :by, :as)
                        on conflict (county, year) do update set source = excluded.source,
                            imported_at = excluded.imported_at, imported_by = excluded.imported_by,
                            imported_as = excluded.imported_as
                        """)
                .param("county", by.county())
                .param("year", notice.year())
                .param("source", notice.source())
                .param("at", Sql.at(now))
                .param("by", by.person())
                .param("as", by.title())
                .update();
        notice.days().forEach(day -> addNoticeDay(by.county(), notice.year(), day));
    }

    private void addNoticeDay(int county, int year, SpecialDay day) {
        db.sql(
                        """
                        insert into calendar.notice_day (county, year, day, works, name)
                        values (:county, :year, :day, :works, :name)
                        """)
                .param("county", county)
                .param("year", year)
                .param("day", day.date())
                .param("works", day.works())
                .param("name", day.name())
                .update();
    }

    /** Adds the day, or sets it anew. */
    void putDay(Actor by, Instant now, OwnDay own) {
        db.sql(
                        """
                        insert into calendar.special_day
                            (county, id, day, works, name, source, added_at, added_by, added_as)
                        values (:county, :id, :day, :works, :name, :source, :at, :by, :as)
                        on conflict (county, day) do update set works = excluded.works,
                            name = excluded.name, source = excluded.source,
                            added_at = excluded.added_at, added_by = excluded.added_by,
                            added_as = excluded.added_as
                        """)
                .param("county", by.county())
                .param("id", Ids.next())
                .param("day", own.day().date())
                .param("works", own.day().works())
                .param("name", own.day().name())
                .param("source", own.source())
                .param("at", Sql.at(now))
                .param("by", by.person())
                .param("as", by.title())
                .update();
    }

    boolean removeDay(int county, LocalDate day) {
        return db.sql(
                                """
                                delete from calendar.special_day
                                where county = :county and day = :day
                                """)
                        .param("county", county)
                        .param("day", day)
                        .update()
                == 1;
    }

    void setWeek(int county, Week week) {
        db.sql(
                        """
                        delete from calendar.work_interval
                        where county = :county
                        """)
                .param("county", county)
                .update();
        week.intervals()
                .forEach((weekday, list) ->
                        list.forEach(interval -> addInterval(county, weekday, interval)));
    }

    private void addInterval(int county, DayOfWeek weekday, Interval interval) {
        db.sql(
                        """
                        insert into calendar.work_interval (county, weekday, opens, closes)
                        values (:county, :weekday, :opens, :closes)
                        """)
                .param("county", county)
                .param("weekday", weekday.getValue())
                .param("opens", interval.from())
                .param("closes", interval.until())
                .update();
    }

    /** The county's own days, the latest first. */
    List<OwnDay> own(int county) {
        return db.sql(
                        """
                        select day, works, name, source
                        from calendar.special_day
                        where county = :county
                        order by day desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", DAYS_ROWS_MAX)
                .query((row, _) -> new OwnDay(day(row), row.getString("source")))
                .list();
    }

    Week week(int county) {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        db.sql(
                        """
                        select weekday, opens, closes
                        from calendar.work_interval
                        where county = :county
                        order by weekday, opens
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", INTERVALS_ROWS_MAX)
                .query(row -> {
                    week.computeIfAbsent(
                                    DayOfWeek.of(row.getInt("weekday")), _ -> new ArrayList<>())
                            .add(interval(row));
                });
        return week.isEmpty() ? Week.OFFICE : new Week(week);
    }

    /** Source of the imported notice of a year; empty when the shipped one holds. */
    Optional<String> noticeSource(int county, int year) {
        return db.sql(
                        """
                        select source
                        from calendar.notice
                        where county = :county and year = :year
                        """)
                .param("county", county)
                .param("year", year)
                .query(String.class)
                .optional();
    }

    private List<SpecialDay> ownDays(int county) {
        return own(county).stream().map(OwnDay::day).toList();
    }

    private HolidayYears imported(int county) {
        Map<Integer, List<SpecialDay>> years = new TreeMap<>();
        db.sql(
                        """
                        select year, day, works, name
                        from calendar.notice_day
                        where county = :county
                        order by year, day
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", DAYS_ROWS_MAX)
                .query(row -> {
                    years.computeIfAbsent(row.getInt("year"), _ -> new ArrayList<>()).add(day(row));
                });
        return new HolidayYears(years);
    }

    private static SpecialDay day(ResultSet row) throws SQLException {
        return new SpecialDay(
                row.getObject("day", LocalDate.class),
                row.getBoolean("works"),
                row.getString("name"));
    }

    private static Interval interval(ResultSet row) throws SQLException {
        return new Interval(
                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class));
    }
}
