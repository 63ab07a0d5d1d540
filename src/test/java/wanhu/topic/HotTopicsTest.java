package wanhu.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.matter.MatterLine;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.topic.HotTopics.Change;

/**
 * Topics arise of what many tell, are seen as far as one may, and keep what people make of them.
 */
@WanhuTest
class HotTopicsTest {
    private static int next = 154_701;

    @Autowired Residents residents;
    @Autowired HotTopics topics;
    @Autowired TopicFold fold;
    @Autowired MonthlyTopics monthly;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Actor office;

    @BeforeEach
    void units() {
        county = staff.county(next++);
        township = staff.below(county, UnitKind.TOWNSHIP, "热镇");
        village = staff.below(township, UnitKind.VILLAGE, "热村");
        office = staff.actor(Role.COUNTY_CLERK, county);
    }

    private Matter cold(Unit place, int number) {
        var person =
                new Report.Contact("某人", "1380013%04d".formatted(number), false, false, true, true);
        return residents.told(
                place, Residents.help("water.heat", "社区暖气不热", "室温只有十四度，楼上楼下都不热，供热站没有人来看。"), person);
    }

    private void lamps(int count) {
        for (int at = 0; at < count; at++) {
            residents.told(
                    village,
                    Residents.help("road.lamp", "主街路灯坏了一半", "十六盏路灯坏了八盏，接孩子看不清路。"),
                    Report.Contact.NONE);
        }
    }

    private List<HotTopic> listed(Actor actor) {
        Settled.await(db);
        topics.follow(county.county());
        return topics.list(actor, false);
    }

    @Test
    void aTopicNeedsEnoughMattersOfEnoughPeople() {
        for (int at = 0; at < 5; at++) {
            cold(village, 1);
        }
        lamps(4);
        assertThat(listed(office)).isEmpty();

        cold(village, 2);
        cold(village, 3);

        var topic = listed(office);
        assertThat(topic).hasSize(1);
        assertThat(topic.getFirst().reporters()).isEqualTo(3);
        assertThat(topic.getFirst().counts().window()).isEqualTo(7);
        assertThat(topic.getFirst().name()).contains("暖气");
        assertThat(topic.getFirst().category()).isEqualTo("water.heat");
        assertThat(topic.getFirst().trend()).isEqualTo(Trend.RISING);
    }

    @Test
    void aPostSeesOfATopicWhatItMaySee() {
        var other = staff.below(county, UnitKind.TOWNSHIP, "邻镇");
        for (int at = 0; at < 5; at++) {
            cold(village, at);
        }
        assertThat(listed(staff.actor(Role.TOWNSHIP_CLERK, other))).isEmpty();

        var matter = cold(other, 9);

        assertThat(listed(staff.actor(Role.TOWNSHIP_CLERK, other)).getFirst().seen())
                .extracting(MatterLine::id)
                .containsExactly(matter.id());
        assertThat(listed(staff.actor(Role.TOWNSHIP_CLERK, township)).getFirst().seen()).hasSize(5);
    }

    @Test
    void reportsOfWrongdoingNeverEnterATopic() {
        for (int at = 0; at < 6; at++) {
            var content =
                    new Report.Content(
                            Kind.REPORT, "other", Channel.WEB, false, "村里账目不清", "账目没有公开，群众有意见。");
            residents.told(village, content, Residents.named("某" + at));
        }

        assertThat(listed(office)).isEmpty();
        assertThat(
                        db.sql("select count(*) from topic.member where county = :county")
                                .param("county", county.county())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void followingIsTheSameAsPlacingAllAnew() {
        for (int at = 0; at < 12; at++) {
            cold(village, at);
            if (at % 3 == 0) {
                lamps(1);
                fold.fold(county.county());
                fold.forget(county.county());
            }
        }
        Settled.await(db);
        fold.fold(county.county());
        var followed = members();
        fold.rebuild(county.county());

        assertThat(followed).hasSize(16).isEqualTo(members());
    }

    /** What commits later may be told earlier, so nothing is placed before all around it ended. */
    @Test
    void whatIsToldBesideAnOpenTransactionIsPlacedWhenThatEnds() {
        transaction.executeWithoutResult(_ -> {
            db.sql("select pg_current_xact_id()::text").query(String.class).single();
            CompletableFuture.runAsync(
                            () -> {
                                cold(village, 1);
                                fold.fold(county.county());
                                assertThat(members()).isEmpty();
                            },
                            Thread::startVirtualThread)
                    .join();
        });
        Settled.await(db);
        fold.fold(county.county());

        assertThat(members()).hasSize(1);
    }

    private List<String> members() {
        return db.sql(
                        """
                        select m.matter_id || ' ' || m.cluster_id || ' ' || c.features::text || c.weights::text
                        from topic.member m
                        join topic.cluster c on c.county = m.county and c.id = m.cluster_id
                        where m.county = :county
                        order by 1
                        """)
                .param("county", county.county())
                .query(String.class)
                .list();
    }

    @Test
    void whatPeopleMakeOfATopicHoldsForWhatComesLater() {
        for (int at = 0; at < 5; at++) {
            cold(village, at);
        }
        lamps(5);
        var all = listed(office);
        var heat = named(all, "暖气");
        var lamp = named(all, "路灯");
        change(heat, 0, new Change.Rename("供热不足"));
        assertThat(listed(office)).extracting(HotTopic::name).contains("供热不足");

        change(lamp, 0, new Change.Merge(heat, "都是冬天的事"));
        lamps(1);
        assertThat(listed(office))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.counts().window()).isEqualTo(11);
                    assertThat(topic.id()).isEqualTo(heat);
                });
        assertThatThrownBy(() -> change(heat, 0, new Change.Dismiss("旧")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CONFLICT");

        change(heat, 1, new Change.Dismiss("已经解决"));
        assertThat(listed(office)).isEmpty();
        assertThat(topics.list(office, true)).hasSize(1);
        fold.rebuild(county.county());
        assertThat(topics.list(office, true)).hasSize(1);
        var other = staff.actor(Role.TOWNSHIP_CLERK, township);
        assertThatThrownBy(() -> topics.change(other, heat, 2, new Change.TakeUp("想")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FORBIDDEN");
    }

    private static UUID named(List<HotTopic> all, String word) {
        return all.stream()
                .filter(each -> each.name().contains(word))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID change(UUID topic, int version, Change change) {
        return topics.change(office, topic, version, change);
    }

    @Test
    void aMonthlyTopicIsMadeInOneStepAndEndsWithFigures() {
        for (int at = 0; at < 6; at++) {
            cold(village, at);
        }
        var topic = listed(office).getFirst();
        var id =
                monthly.begin(
                        office,
                        new MonthlyTopics.Wish(
                                topic.name(),
                                topic.id(),
                                topic.category(),
                                township.id(),
                                new Monthly.Plan("管网老", "换管，排气，入户测温", "室温都到 18 度"),
                                List.of(
                                        new MonthlyTopics.Step(
                                                "换完主管", LocalDate.parse("2026-09-30")))));
        var owner = staff.actor(Role.TOWNSHIP_CLERK, township);
        assertThat(monthly.get(owner, id).before()).isEqualTo(6);

        monthly.reach(owner, id, 1);
        monthly.note(owner, id, "主管已换");
        assertThatThrownBy(() -> monthly.close(owner, id, 1, "好了"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FORBIDDEN");
        clock.advance(Duration.ofDays(40));
        cold(village, 99);
        Settled.await(db);
        monthly.close(office, id, 1, "室温都达标");

        assertThat(monthly.get(office, id).ended())
                .isEqualTo(new Monthly.Ended(1, "室温都达标", clock.instant()));
        assertThat(monthly.notes(monthly.get(office, id)))
                .extracting(Monthly.Note::act)
                .containsExactly("begin", "reach", "note", "close");
        var stranger = staff.below(county, UnitKind.TOWNSHIP, "邻镇");
        assertThat(monthly.list(staff.actor(Role.TOWNSHIP_CLERK, stranger))).hasSize(1);
        assertThatThrownBy(() -> monthly.note(staff.actor(Role.TOWNSHIP_CLERK, stranger), id, "路过"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void pagesSayWhatTheyAreFor() {
        for (int at = 0; at < 5; at++) {
            cold(village, at);
        }
        var topic = listed(office).getFirst();
        var clerk = staff.as(Role.COUNTY_CLERK, county);

        assertThat(clerk.get("/topics").body()).contains("暖气").contains("不同诉求人");
        assertThat(clerk.get("/topics/" + topic.id()).body())
                .contains("为什么归为一个热点")
                .contains("立为每月一题");
        assertThat(clerk.get("/topics/monthly").body()).contains("还没有每月一题");
        assertThat(clerk.get("/topics/monthly/new?topic=" + topic.id()).body()).contains("暖气");
        assertThat(clerk.get("/topics/seasons").body()).contains("供暖季").contains("主汛期");
        assertThat(clerk.get("/topics/seasons/heating").status()).isEqualTo(200);
        assertThat(clerk.get("/topics?dismissed=true").body()).contains("没有被排除的热点");
    }
}
