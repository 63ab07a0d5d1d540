package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wanhu.calendar.ChinaTime.day;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;

@WanhuTest
@RecordApplicationEvents
class CalendarsTest {
    private static final OwnDay NAADAM =
            new OwnDay(new SpecialDay(day("2026-08-14"), false, "那达慕"), "库政发〔2026〕8号");

    @Autowired private Calendars calendars;
    @Autowired private ChangeStore changes;
    @Autowired private JdbcClient db;
    @Autowired private TransactionTemplate transactions;
    @Autowired private ApplicationEvents facts;

    @Test
    void areNationalWhereACountyHasAddedNothing() {
        assertThat(calendars.of(150951)).isEqualTo(WorkCalendar.national());
    }

    @Test
    void letACountysOwnDayWinInThatCountyAlone() {
        calendars.addDay(admin(150952), NAADAM);

        assertThat(calendars.of(150952).isWorkday(day("2026-08-14"))).isFalse();
        assertThat(calendars.of(150952).reason(day("2026-08-14"))).contains("那达慕");
        assertThat(calendars.of(150953).isWorkday(day("2026-08-14"))).isTrue();
    }

    @Test
    void returnToTheNoticeWhenTheDayIsRemoved() {
        calendars.addDay(admin(150954), NAADAM);
        calendars.removeDay(admin(150954), day("2026-08-14"));

        assertThat(calendars.of(150954)).isEqualTo(WorkCalendar.national());
        assertThat(changes.list(150954))
                .extracting(each -> each.change().what())
                .containsExactly(CalendarChange.What.DAY_REMOVED, CalendarChange.What.DAY_ADDED);
    }

    @Test
    void importTheNoticeOfAYear() {
        assertThat(calendars.nextYearMissing(150955, day("2026-10-31"))).isFalse();
        assertThat(calendars.nextYearMissing(150955, day("2026-11-01"))).isTrue();

        calendars.importNotice(admin(150955), NoticeReaderTest.YEAR_2027, "国办发明电〔2026〕9号");

        assertThat(calendars.of(150955).covers(2027)).isTrue();
        assertThat(calendars.of(150955).isWorkday(day("2027-02-14"))).isTrue();
        assertThat(calendars.nextYearMissing(150955, day("2026-11-01"))).isFalse();
        assertThat(calendars.missingYear(150955, day("2028-01-01"))).hasValue(2028);
    }

    @Test
    void replaceAYearThatIsImportedAgain() {
        calendars.importNotice(admin(150956), NoticeReaderTest.YEAR_2027, "one");
        var corrected = NoticeReaderTest.YEAR_2027.replace("2027-06-09", "2027-06-08");

        calendars.importNotice(admin(150956), corrected, "two");

        assertThat(calendars.of(150956).isWorkday(day("2027-06-09"))).isTrue();
        assertThat(calendars.of(150956).isWorkday(day("2027-06-08"))).isFalse();
    }

    @Test
    void importNothingOfANoticeWithAFault() {
        var bad = NoticeReaderTest.YEAR_2027 + "2027-99-01,x,放假\n";

        assertRefused(
                "calendar.refused.faults", () -> calendars.importNotice(admin(150957), bad, "x"));
        assertThat(calendars.of(150957).covers(2027)).isFalse();
    }

    @Test
    void countWorkHoursByTheCountysOwnHours() {
        var summer = HoursText.week(Map.of(DayOfWeek.MONDAY, "8:00-12:00，15:00-18:00"));

        calendars.setHours(admin(150958), summer);

        assertThat(calendars.of(150958).intervals(day("2026-08-03"))).hasSize(2);
        assertThat(calendars.of(150958).isWorkday(day("2026-08-04"))).isFalse();
    }

    @Test
    void tellTheChangeInTheSameTransaction() {
        transactions.executeWithoutResult(running -> {
            calendars.addDay(admin(150959), NAADAM);
            running.setRollbackOnly();
        });

        var fact = told(150959).getFirst();
        assertThat(fact.oldVersion()).isEqualTo(WorkCalendar.national().version());
        assertThat(fact.newVersion()).isEqualTo(fact.calendar().version());
        assertThat(fact.calendar().isWorkday(day("2026-08-14"))).isFalse();
        assertThat(calendars.of(150959)).isEqualTo(WorkCalendar.national());
        assertThat(changes.list(150959)).isEmpty();
    }

    @Test
    void keepQuietWhenNothingChanges() {
        calendars.refresh(150960);
        calendars.refresh(150960);
        calendars.addDay(admin(150960), NAADAM);

        calendars.addDay(admin(150960), NAADAM);
        calendars.refresh(150960);

        assertThat(told(150960)).hasSize(1);
    }

    @Test
    void tellAfterAReleaseWithOtherHolidays() {
        calendars.of(150961);
        db.sql("update calendar.county set version = '2025-00000000' where county = 150961")
                .update();

        calendars.refresh(150961);

        assertThat(told(150961).getLast().change().what()).isEqualTo(CalendarChange.What.SHIPPED);
        assertThat(told(150961).getLast().oldVersion()).isEqualTo("2025-00000000");
    }

    @Test
    void refuseWhoIsNoAdministratorAndADayThatIsNotThere() {
        var clerk = actor(150962, Role.COUNTY_CLERK);

        assertRefused("calendar.refused.admin", () -> calendars.addDay(clerk, NAADAM));
        assertRefused(
                "calendar.refused.day",
                () -> calendars.removeDay(admin(150962), day("2026-08-14")));
    }

    @Test
    void neverForgetAChange() {
        calendars.addDay(admin(150963), NAADAM);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> db.sql("delete from calendar.change where county = 150963").update())
                .withMessageContaining("append-only");
    }

    private static void assertRefused(String word, Runnable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act::run)
                .satisfies(no -> assertThat(no.word()).isEqualTo(word));
    }

    private static Actor admin(int county) {
        return actor(county, Role.ADMIN);
    }

    private static Actor actor(int county, Role role) {
        var path = OrgPath.ofDivision(Integer.toString(county));
        return new Actor(county, Ids.next(), Ids.next(), role, Ids.next(), path, "test", "test");
    }

    private List<CalendarChanged> told(int county) {
        return facts.stream(CalendarChanged.class).filter(fact -> fact.county() == county).toList();
    }
}
