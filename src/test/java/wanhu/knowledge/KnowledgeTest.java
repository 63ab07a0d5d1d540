package wanhu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Articles of the knowledge base: who writes, who checks, who reads, when they end. */
@WanhuTest
class KnowledgeTest {
    private static final int COUNTY = 154601;

    private static final Pattern TOLD =
            Pattern.compile("2026-12-31 已到期|2026-12-31 到期，|2026-10-01 已到复核|应在 2026-10-01 前");

    @Autowired Staff staff;
    @Autowired Written written;
    @Autowired ArticleWatch watch;
    @Autowired Articles articles;
    @Autowired Finder finder;
    @Autowired Citations citations;
    @Autowired Wishes wishes;
    @Autowired ArticleLists lists;
    @Autowired Residents residents;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit bureau;
    private Unit other;
    private Actor writer;
    private Actor office;

    @BeforeEach
    void people() {
        county = staff.county(COUNTY);
        bureau = staff.below(county, UnitKind.DEPARTMENT, "住建局");
        other = staff.below(county, UnitKind.DEPARTMENT, "水务局");
        writer = staff.actor(Role.DEPARTMENT_CLERK, bureau);
        office = staff.actor(Role.COUNTY_CLERK, county);
    }

    private static Text text(String title, String body, Audience audience) {
        return new Text(
                title,
                body,
                "",
                audience,
                List.of("road.lamp"),
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-12-31"));
    }

    private UUID published(String title, String body, Audience audience) {
        var id = articles.begin(writer, Ids.next(), text(title, body, audience));
        articles.submit(writer, id, 1);
        articles.approve(office, id, 2);
        return id;
    }

    private List<String> near(String told, Audience audience) {
        return finder.near(COUNTY, told, audience, 5).stream().map(Found::title).toList();
    }

    @Test
    void nobodyPublishesWhatSheWroteHerself() {
        var id = articles.begin(office, Ids.next(), text("路灯谁修", "住建局修。", Audience.PUBLIC));
        articles.submit(office, id, 1);

        assertThatThrownBy(() -> articles.approve(office, id, 2))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("knowledge.refused.reviewer");
        assertThat(near("路灯谁修", Audience.STAFF)).doesNotContain("路灯谁修");
    }

    @Test
    void theOwnerIsToldOnceWhenADayIsNearAndWhenItHasCome() {
        var owner = staff.below(county, UnitKind.DEPARTMENT, "到期局");
        var clerk = staff.as(Role.DEPARTMENT_CLERK, owner);
        var writes = staff.actor(Role.DEPARTMENT_CLERK, owner);
        written.published(writes, office, text("供热几号开始", "十月十五。", Audience.PUBLIC));
        watch.warn(COUNTY);
        assertThat(told(clerk)).isEmpty();

        for (String day :
                List.of("2026-09-02", "2026-09-03", "2026-10-02", "2026-12-05", "2027-01-01")) {
            clock.set(day + "T09:00");
            watch.warn(COUNTY);
            watch.warn(COUNTY);
        }

        assertThat(told(clerk))
                .containsExactly(
                        "2026-12-31 已到期", "2026-12-31 到期，", "2026-10-01 已到复核", "应在 2026-10-01 前");
    }

    private static List<String> told(wanhu.Visitor clerk) {
        return TOLD.matcher(clerk.get("/messages").body())
                .results()
                .map(each -> each.group())
                .toList();
    }

    @Test
    void aStoryFindsTheAnswerByItsRareWords() {
        published("锅炉房冒黑烟找谁", "请打环保电话，说清地点。", Audience.PUBLIC);
        published("内部口径锅炉房", "先核实再答。", Audience.STAFF);

        assertThat(near("我们小区的锅炉房天天冒黑烟，呛人", Audience.PUBLIC)).containsExactly("锅炉房冒黑烟找谁");
        assertThat(near("我们小区的锅炉房天天冒黑烟，呛人", Audience.STAFF)).contains("内部口径锅炉房");
        assertThat(near("完全无关紧要之谈", Audience.STAFF)).isEmpty();
    }

    @Test
    void whatHasExpiredIsHiddenAndItsOwnerIsTold() {
        var id = published("铁匠补助怎么领", "向嘎查村申请。", Audience.PUBLIC);
        assertThat(lists.waiting(writer).due()).isZero();

        clock.set("2026-09-02T09:00");
        assertThat(lists.waiting(writer).due()).isEqualTo(1);
        assertThat(lists.waiting(writer).late()).isZero();
        clock.set("2027-01-01T09:00");

        assertThat(near("铁匠补助怎么领", Audience.STAFF)).isEmpty();
        assertThat(lists.waiting(writer).late()).isEqualTo(1);
        assertThat(articles.get(writer, id).expired(articles.today())).isTrue();
        assertThat(
                        lists.page(
                                        writer,
                                        new Asked(
                                                null,
                                                Asked.View.EXPIRED,
                                                true,
                                                null,
                                                null,
                                                null,
                                                null))
                                .rows())
                .extracting(Article::id)
                .containsExactly(id);
    }

    @Test
    void anOldVersionStaysReadableAndIsWhatTheMatterCites() {
        var id = published("井盖丢了找谁", "找住建局。", Audience.PUBLIC);
        var village = staff.below(county, UnitKind.TOWNSHIP, "引用镇");
        var matter = residents.told(village, "井盖丢了");
        citations.cite(office, matter, id);
        citations.cite(office, matter, id);

        articles.save(writer, id, 0, text("井盖丢了找谁", "找市政所。", Audience.PUBLIC));
        assertThat(near("井盖丢了找谁", Audience.PUBLIC).getFirst()).isEqualTo("井盖丢了找谁");
        articles.submit(writer, id, 1);
        articles.approve(office, id, 2);

        assertThat(citations.ofMatter(COUNTY, matter.id()))
                .extracting(Citations.Cited::version)
                .containsExactly(1);
        var article = articles.get(writer, id);
        assertThat(article.counts().cited()).isEqualTo(1);
        assertThat(articles.versions(writer, article))
                .extracting(Version::state)
                .containsExactly(Version.State.LIVE, Version.State.OLD);
        assertThat(finder.find(COUNTY, id, Audience.PUBLIC).orElseThrow().body())
                .isEqualTo("找市政所。");
    }

    @Test
    void theSecondOfTwoWhoSaveIsTold() {
        var id = articles.begin(writer, Ids.next(), text("噪音", "说清时间。", Audience.STAFF));
        articles.save(writer, id, 1, text("噪音", "说清时间和地点。", Audience.STAFF));

        assertThatThrownBy(() -> articles.save(office, id, 1, text("噪音", "旧稿。", Audience.STAFF)))
                .hasMessageContaining("knowledge.refused.stale");
    }

    @Test
    void aWishTellsNothingOfWhoWishesAndReachesTheOwner() {
        var id = published("垃圾几天清一次", "每周两次。", Audience.PUBLIC);
        var found = finder.find(COUNTY, id, Audience.PUBLIC).orElseThrow();
        wishes.add(found, COUNTY, "没说节假日，我电话 13800138000");
        wishes.count(found, COUNTY, false);

        var article = articles.get(writer, id);
        var wish = wishes.list(article).getFirst();
        assertThat(wish.text()).contains("没说节假日").doesNotContain("13800138000");
        assertThat(lists.waiting(writer).wishes()).isEqualTo(1);
        wishes.answer(writer, id, wish.id(), "已补上节假日安排。");
        assertThat(lists.waiting(writer).wishes()).isZero();
        assertThat(articles.get(writer, id).counts().unhelped()).isEqualTo(1);
    }

    @Test
    void behindTheWallADraftIsItsUnitsAlone() {
        var id = articles.begin(writer, Ids.next(), text("草稿", "未审。", Audience.STAFF));
        var stranger = staff.actor(Role.DEPARTMENT_CLERK, other);

        assertThat(Wall.of(stranger).behind(() -> rows(id))).isZero();
        assertThat(Wall.of(writer).behind(() -> rows(id))).isEqualTo(1);
        assertThatThrownBy(() -> articles.get(stranger, id))
                .hasMessageContaining("knowledge.refused.missing");
    }

    private int rows(UUID id) {
        return db.sql(
                        "select count(*) from knowledge.version where county = :c and article_id = :id")
                .param("c", COUNTY)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsTakenDownIsFoundNoMore() {
        var id = published("蜂箱放哪里合适", "离路五十米。", Audience.PUBLIC);
        articles.withdraw(writer, id, "规定改了");

        assertThat(near("蜂箱放哪里合适", Audience.STAFF)).isEmpty();
        assertThat(articles.versions(writer, articles.get(writer, id))).hasSize(1);
    }
}
