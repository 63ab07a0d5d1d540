package wanhu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.bulletin.Bulletin.State;
import wanhu.bulletin.Figures.Measure;
import wanhu.bulletin.Period.Kind;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Bulletins: figures taken once, written by one, released by another, never changed. */
@WanhuTest
class BulletinsTest {
    private static final int COUNTY = 154812;
    private static final Period WEEK = Period.of(Kind.WEEK, LocalDate.parse("2026-08-03"));

    @Autowired Bulletins bulletins;
    @Autowired BulletinLists lists;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Unit county;
    private Unit township;
    private Unit village;
    private Actor clerk;
    private Actor leader;

    @BeforeEach
    void people() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "报镇");
        village = staff.below(township, UnitKind.VILLAGE, "报村");
        clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
        leader = staff.actor(Role.LEADER, township);
    }

    private void told(int count) {
        for (int at = 0; at < count; at++) {
            residents.told(
                    at % 3 == 0 ? township : village,
                    Residents.help(at % 2 == 0 ? "farm" : "road", "一件事", ""),
                    Report.Contact.NONE);
            clock.advance(Duration.ofHours(17));
        }
    }

    private UUID begun(Unit unit, Period period) {
        var writer = unit.equals(county) ? staff.actor(Role.COUNTY_CLERK, county) : clerk;
        return bulletins.begin(writer, new Bulletins.Wish(Ids.next(), unit.id(), period));
    }

    private static Texts texts(String lead, String changes) {
        return new Texts("报镇周刊", lead, Map.of(Section.DAYS, "周三最多。"), List.of(), changes);
    }

    private UUID released(boolean open) {
        var id = begun(township, WEEK);
        bulletins.submit(clerk, id, 1);
        bulletins.release(leader, id, 2, open);
        return id;
    }

    private static void assertRefused(ThrowingCallable wish, String word) {
        assertThatThrownBy(wish).isInstanceOf(Refused.class).hasMessageContaining(word);
    }

    /** Half-counted figures would be kept for good. */
    @Test
    void nothingIsTakenWhileFiguresAreBeingCounted() {
        told(1);
        clock.set("2026-08-10T09:00");
        bulletins.prepare(clerk);
        for (String table : List.of("rate.fold", "topic.fold")) {
            transaction.executeWithoutResult(_ -> {
                db.sql("select county from %s where county = :county for update".formatted(table))
                        .param("county", COUNTY)
                        .query(Integer.class)
                        .single();
                CompletableFuture.runAsync(
                                () -> assertRefused(() -> begun(township, WEEK), "counting"),
                                Thread::startVirtualThread)
                        .join();
            });
        }
        assertThat(begun(township, WEEK)).isNotNull();
    }

    @Test
    void figuresStayAsTheyWereTaken() {
        told(4);
        clock.set("2026-08-10T09:00");
        var id = begun(township, WEEK);
        var taken = bulletins.get(clerk, id).figures();
        clock.set("2026-08-05T09:00");
        told(2);
        clock.set("2026-08-12T09:00");
        bulletins.save(clerk, id, 1, texts("本周平稳。", ""));
        assertThat(bulletins.get(clerk, id).figures()).isEqualTo(taken);

        bulletins.retake(clerk, id, 2);
        var anew = bulletins.get(clerk, id).figures();
        assertThat(anew.total(Measure.CAME).now()).isEqualTo(6);
        bulletins.submit(clerk, id, 3);
        assertRefused(() -> bulletins.save(clerk, id, 4, texts("改", "")), "stale");
        bulletins.release(leader, id, 4, false);
        assertRefused(() -> bulletins.save(clerk, id, 5, texts("改", "")), "stale");
        assertRefused(() -> bulletins.retake(clerk, id, 5), "stale");
        assertThatThrownBy(() ->
                        db.sql(
                                        "update bulletin.bulletin set open = true where county = :county and id = :id")
                                .param("county", COUNTY)
                                .param("id", id)
                                .update())
                .hasMessageContaining("does not change");
        assertThat(bulletins.get(clerk, id).figures()).isEqualTo(anew);
    }

    @Test
    void whoWroteAnyOfItDoesNotRelease() {
        clock.set("2026-08-10T09:00");
        var id = begun(township, WEEK);
        bulletins.submit(clerk, id, 1);
        assertRefused(() -> bulletins.release(clerk, id, 2, false), "leader");
        var both =
                new Actor(
                        COUNTY,
                        clerk.person(),
                        leader.post(),
                        Role.LEADER,
                        township.id(),
                        township.path(),
                        clerk.name(),
                        leader.title());
        assertRefused(() -> bulletins.release(both, id, 2, false), "own");

        bulletins.giveBack(leader, id, 2, "写清原因");
        assertThat(bulletins.get(clerk, id).written().remark()).isEqualTo("写清原因");
        var other = staff.actor(Role.COUNTY_CLERK, county);
        bulletins.save(other, id, 3, texts("县里改过。", ""));
        assertThat(bulletins.get(clerk, id).written().persons())
                .containsExactlyInAnyOrder(clerk.person(), other.person());
        bulletins.submit(clerk, id, 4);
        bulletins.release(leader, id, 5, false);
        assertThat(bulletins.get(clerk, id).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void whoMay() {
        clock.set("2026-08-10T09:00");
        var id = begun(township, WEEK);
        var villager = staff.actor(Role.VILLAGE_CLERK, village);
        var elsewhere = staff.below(county, UnitKind.TOWNSHIP, "邻镇");
        var neighbour = staff.actor(Role.TOWNSHIP_CLERK, elsewhere);
        assertRefused(() -> bulletins.get(villager, id), "missing");
        assertRefused(() -> bulletins.get(neighbour, id), "missing");
        assertRefused(() -> bulletins.save(leader, id, 1, texts("", "")), "writer");
        bulletins.submit(clerk, id, 1);
        bulletins.release(leader, id, 2, false);

        assertThat(bulletins.get(villager, id).id()).isEqualTo(id);
        assertRefused(() -> bulletins.get(neighbour, id), "missing");
        assertRefused(() -> bulletins.get(staff.actor(Role.ADMIN, township), id), "missing");
        var wish = new Bulletins.Wish(Ids.next(), township.id(), WEEK);
        assertRefused(() -> bulletins.begin(clerk, wish), "exists");
        assertRefused(() -> bulletins.begin(villager, wish), "writer");
        assertRefused(() -> bulletins.begin(neighbour, wish), "unit");
        var running = Period.of(Kind.WEEK, LocalDate.parse("2026-08-10"));
        assertRefused(() -> begun(township, running), "running");
        var village = new Bulletins.Wish(Ids.next(), this.village.id(), WEEK);
        assertRefused(() -> bulletins.begin(clerk, village), "unit");
    }

    @Test
    void aCorrectionSaysWhatItChanges() {
        clock.set("2026-08-10T09:00");
        var first = released(false);
        var second = bulletins.correct(clerk, first);
        assertRefused(() -> bulletins.correct(clerk, first), "stale");
        assertRefused(() -> bulletins.submit(clerk, second, 1), "changes");
        bulletins.save(clerk, second, 1, texts("改正。", "导语中的日期写错。"));
        assertThat(lists.page(staff.actor(Role.VILLAGE_CLERK, village), all()).rows())
                .extracting(Bulletin::id)
                .containsExactly(first);
        bulletins.submit(clerk, second, 2);
        bulletins.release(leader, second, 3, false);

        assertThat(lists.page(clerk, all()).rows())
                .extracting(Bulletin::id)
                .containsExactly(second);
        assertThat(bulletins.versions(clerk, bulletins.get(clerk, first)))
                .extracting(Bulletin::version)
                .containsExactly(2, 1);
        assertThat(bulletins.get(clerk, first).texts().lead()).isEmpty();
    }

    private Asked all() {
        return new Asked("", township.id().toString(), "", "");
    }

    @Test
    void theListRemindsOfWhatNobodyHasBegun() {
        clock.set("2026-08-10T09:00");
        var july = Period.of(Kind.MONTH, LocalDate.parse("2026-07-01"));
        var today = LocalDate.parse("2026-08-10");
        assertThat(lists.missing(clerk, today)).containsExactly(WEEK, july);
        begun(township, WEEK);

        assertThat(lists.missing(clerk, today)).containsExactly(july);
        assertThat(lists.missing(leader, today)).isEmpty();
        assertThat(lists.missing(staff.actor(Role.VILLAGE_CLERK, village), today)).isEmpty();
    }

    @Test
    void theListHasPieces() {
        clock.set("2026-12-31T09:00");
        for (int at = 0; at < BulletinLists.ROWS + 3; at++) {
            begun(township, Period.of(Kind.WEEK, WEEK.from().minusWeeks(at)));
        }
        var first = lists.page(clerk, all());
        var rest = lists.page(clerk, new Asked("", township.id().toString(), "", first.next()));

        assertThat(first.rows()).hasSize(BulletinLists.ROWS);
        assertThat(rest.rows()).hasSize(3).doesNotContainAnyElementsOf(first.rows());
        assertThat(rest.next()).isNull();
        assertThat(lists.page(clerk, new Asked("MONTH", "", "", "")).rows()).isEmpty();
        assertThat(lists.page(clerk, new Asked("week", "", "2026-07", "x")).rows()).hasSize(5);
    }

    @Test
    void numbersOfPersonsAndUnpublishedMattersAreRefused() {
        clock.set("2026-08-10T09:00");
        var id = begun(township, WEEK);
        assertRefused(() -> bulletins.save(clerk, id, 1, texts("请打13800138000", "")), "personal");
        assertRefused(() -> bulletins.save(clerk, id, 1, texts("长".repeat(2_001), "")), "long");
        var matter = residents.told(village, "还没有公开");
        var chosen = new Texts("报", "", Map.of(), List.of(matter.number()), "");
        assertRefused(() -> bulletins.save(clerk, id, 1, chosen), "matter");
    }
}
