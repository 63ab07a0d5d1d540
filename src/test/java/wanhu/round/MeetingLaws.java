package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.life.Stage;
import wanhu.org.Unit;

/**
 * What holds of meetings in every county at every moment, told from the tables alone and from dates
 * that are counted here: no line of the product's own rules is asked.
 */
final class MeetingLaws {
    /** Last days of the lists of townships and of the county (domain rules E2, E3). */
    private static final int TOWNSHIP_DAY = 20;

    private static final int COUNTY_DAY = 28;

    private final JdbcClient db;
    private final Lives.Life life;
    private final int county;

    MeetingLaws(JdbcClient db, Lives.Life life) {
        this.db = db;
        this.life = life;
        this.county = life.root.county();
    }

    /** What the clocks of the product owe when they have been looked at. */
    void afterTick(Instant now) {
        noListIsOpenAfterItsCutOff(now);
        listsThatClosedHoldWhatWasThere(now);
    }

    private void noListIsOpenAfterItsCutOff(Instant now) {
        assertThat(
                        count(
                                """
                                select count(*)
                                from round.round
                                where county = :county
                                  and (state = 'OPEN' and freezes_at <= :now or due_at <= :now and not prompted)
                                """,
                                now))
                .as("meetings whose cut-off or day went by unseen at %s", now)
                .isZero();
    }

    /** A line of a timeline. */
    private record Line(UUID matter, Stage stage, UUID from, UUID to, Instant at) {}

    /** Where a matter lies by its timeline, and since when. */
    private record Place(Stage stage, UUID holder, Instant since) {
        static Place of(Place before, Line line) {
            boolean came = !line.from().equals(line.to());
            return new Place(line.stage(), line.to(), came ? line.at() : before.since());
        }
    }

    private void listsThatClosedHoldWhatWasThere(Instant now) {
        var closed =
                db.sql(
                                """
                                select id, body, until_at
                                from round.round
                                where county = :county and cadence = 'DAY_OF_MONTH' and frozen_at = :now
                                """)
                        .param("county", county)
                        .param("now", Sql.at(now))
                        .query((row, _) ->
                                new Closed(
                                        Sql.uuid(row, "id"),
                                        Sql.uuid(row, "body"),
                                        Sql.instant(row, "until_at")))
                        .list();
        if (closed.isEmpty()) {
            return;
        }
        var places = places();
        for (Closed list : closed) {
            var expected = new TreeSet<UUID>();
            places.forEach((matter, place) -> {
                boolean here = place.holder().equals(list.body()) && place.stage().unsolved();
                if (here && place.since().isBefore(list.until())) {
                    expected.add(matter);
                }
            });
            expected.removeAll(waitingElsewhere(list));
            assertThat(
                            new TreeSet<>(
                                    ids(
                                            "select matter_id from round.item where county = :county and round_id = :id",
                                            list.id())))
                    .as("the list that closed at %s", list.until())
                    .isEqualTo(expected);
        }
    }

    private record Closed(UUID id, UUID body, Instant until) {}

    private List<UUID> waitingElsewhere(Closed list) {
        return db.sql(
                        """
                        select matter_id
                        from round.item
                        where county = :county and body = :body and round_id <> :id and outcome is null
                        """)
                .param("county", county)
                .param("body", list.body())
                .param("id", list.id())
                .query(UUID.class)
                .list();
    }

    private Map<UUID, Place> places() {
        var places = new LinkedHashMap<UUID, Place>();
        for (Line line : lines()) {
            var before = places.get(line.matter());
            var first = new Place(line.stage(), line.to(), line.at());
            places.put(line.matter(), before == null ? first : Place.of(before, line));
        }
        return places;
    }

    private List<Line> lines() {
        return db.sql(
                        """
                        select matter_id, stage_to, holder_from, holder_to, recorded_at
                        from matter.step
                        where county = :county
                        order by matter_id, seq
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Line(
                                Sql.uuid(row, "matter_id"),
                                Stage.valueOf(row.getString("stage_to")),
                                Sql.uuid(row, "holder_from"),
                                Sql.uuid(row, "holder_to"),
                                Sql.instant(row, "recorded_at")))
                .list();
    }

    /**
     * What holds at the end.
     *
     * @param ticks when the product's clocks were looked at, in order
     */
    void atEnd(List<Instant> ticks) {
        eachMeetingIsThereOnce(ticks.getFirst(), ticks.getLast());
        whoMissedAMeetingWasRemindedOnce(ticks);
    }

    private void eachMeetingIsThereOnce(Instant from, Instant until) {
        var expected = new ArrayList<String>();
        weeks(from, until)
                .forEach(week ->
                        Stream.concat(life.villages.stream(), Stream.of(life.quiet))
                                .forEach(village ->
                                        expected.add(key("VILLAGE_WEEKLY", village, week))));
        months(from, until, TOWNSHIP_DAY)
                .forEach(month ->
                        life.townships.forEach(
                                unit -> expected.add(key("TOWNSHIP_MONTHLY", unit, month))));
        months(from, until, COUNTY_DAY)
                .forEach(month -> expected.add(key("COUNTY_MONTHLY", life.root, month)));
        var found =
                db.sql(
                                """
                                select kind || ' ' || body || ' ' || period
                                from round.round
                                where county = :county and cadence <> 'NONE'
                                """)
                        .param("county", county)
                        .query(String.class)
                        .list();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String key(String kind, Unit body, String period) {
        return kind + " " + body.id() + " " + period;
    }

    private static Stream<String> weeks(Instant from, Instant until) {
        var monday = Zones.day(from).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.datesUntil(Zones.day(until).plusDays(1), java.time.Period.ofWeeks(1))
                .map(day ->
                        "%d-W%02d"
                                .formatted(
                                        day.get(IsoFields.WEEK_BASED_YEAR),
                                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    /** Months on whose lists something came that was told in that time. */
    private static Stream<String> months(Instant from, Instant until, int lastDay) {
        var first = month(Zones.day(from), lastDay);
        var last = month(Zones.day(until), lastDay);
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(YearMonth::toString);
    }

    private static YearMonth month(LocalDate day, int lastDay) {
        var month = YearMonth.from(day);
        return day.getDayOfMonth() > lastDay ? month.plusMonths(1) : month;
    }

    /** A meeting that should have been held. */
    private record Owed(
            UUID id,
            String kind,
            String state,
            Instant due,
            Instant frozen,
            Instant met,
            int items) {
        /**
         * Whether people had to be told when the clock was looked at first after its time; who met
         * in that very moment met after it.
         */
        boolean missed(Instant seen) {
            if (state.equals("EMPTY")) {
                return false;
            }
            boolean open = frozen.isAfter(seen);
            return open || (items > 0 && !met.isBefore(seen));
        }
    }

    private void whoMissedAMeetingWasRemindedOnce(List<Instant> ticks) {
        var never = Instant.parse("9999-01-01T00:00:00Z");
        var all =
                db.sql(
                                """
                                select r.id, r.kind, r.state, r.due_at, r.frozen_at, r.met_at,
                                    (select count(*) from round.item i where i.county = r.county and i.round_id = r.id) as items
                                from round.round r
                                where r.county = :county and r.due_at <= :now
                                order by r.due_at, r.id
                                """)
                        .param("county", county)
                        .param("now", Sql.at(ticks.getLast()))
                        .query((row, _) ->
                                new Owed(
                                        Sql.uuid(row, "id"),
                                        row.getString("kind"),
                                        row.getString("state"),
                                        Sql.instant(row, "due_at"),
                                        Objects.requireNonNullElse(
                                                Sql.instantOrNull(row, "frozen_at"), never),
                                        Objects.requireNonNullElse(
                                                Sql.instantOrNull(row, "met_at"), never),
                                        row.getInt("items")))
                        .list();
        var expected = new TreeSet<UUID>();
        for (Owed each : all) {
            var seen = ticks.stream().filter(tick -> !tick.isBefore(each.due())).findFirst();
            if (each.missed(seen.orElseThrow())) {
                expected.add(each.id());
            }
        }
        var prompted =
                db.sql("select round_id from round.prompt where county = :county")
                        .param("county", county)
                        .query(UUID.class)
                        .list();
        assertThat(prompted).doesNotHaveDuplicates();
        assertThat(all.stream().filter(each -> prompted.contains(each.id())))
                .as("meetings of which the level above was told")
                .containsExactlyElementsOf(
                        all.stream().filter(each -> expected.contains(each.id())).toList());
    }

    private int count(String question, Instant now) {
        return db.sql(question)
                .param("county", county)
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    private List<UUID> ids(String question, UUID id) {
        return db.sql(question).param("county", county).param("id", id).query(UUID.class).list();
    }
}
