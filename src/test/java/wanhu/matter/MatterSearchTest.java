package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.embedded.TestServer;
import wanhu.people.Staff;

/**
 * The search among many matters: both ways to the rows find the same, page by page, and quickly.
 * With -Dwanhu.search.matters=1000000 it measures at that size.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterSearchTest {
    private static final int COUNTY = 150954;
    private static final int MATTERS = Integer.getInteger("wanhu.search.matters", 12_000);
    private static final double MILLIS_MAX = 150;
    private static final int SIZE = 20;
    private static final int RUNS = MATTERS < 100_000 ? 20 : 100;

    /** From words that one matter in three says to words that one in a thousand says. */
    private static final List<String> WORDS =
            List.of("件", "水电", "路灯", "垃圾清运", "机井", "路灯 垃圾", "宅基地审批", "水塔", "查干淖尔", "核酸", "没有这个词");

    @Autowired JdbcClient db;
    @Autowired MatterSearch search;
    @Autowired MatterSearchStore store;
    @Autowired Staff staff;

    private ManyMatters many;

    @BeforeAll
    void manyMatters() {
        many = new ManyMatters(staff, db, COUNTY);
        many.fill(MATTERS);
        many.give(many.departments().get(6), 20);
        TestServer.keepCounts();
        var everywhere = new ManyWords(db, many.county()).say("水电", 3).say("路灯", 10);
        everywhere.say("垃圾清运", 30).say("机井", 200).say("宅基地审批", 500).say("水塔", 1000);
        everywhere.sayIn(many.townships().get(3), "查干淖尔", 4).sayBefore(MATTERS / 5 * 4, "核酸", 4);
        everywhere.write("件");
        ask();
        Wall.NOTHING.behind(() -> db.sql("vacuum analyze matter.words").update());
        Wall.NOTHING.behind(() -> db.sql("vacuum analyze matter.matter").update());
    }

    /**
     * Each matter has somebody with a phone of her own; of two hundred one has the commonest name.
     */
    private void ask() {
        db.sql(
                        """
                        insert into matter.requester (county, id, command_id, matter_id, first_matter_id,
                            code_index, phone_index, name_index, wants_news, joined_at)
                        select m.county, m.id, m.id, m.id, m.id, 'code ' || m.county || m.number,
                            'phone ' || m.number,
                            'name ' || case when cast(substr(m.number, 2) as int) % 200 = 0
                                then 'common' else m.number end,
                            false, m.reported_at
                        from matter.matter m
                        where m.county = :county
                        """)
                .param("county", COUNTY)
                .update();
        db.sql("analyze matter.requester").update();
    }

    private Map<String, Actor> posts() {
        return Map.of(
                "village", staff.actor(Role.VILLAGE_CLERK, many.villages().get(7)),
                "township", staff.actor(Role.TOWNSHIP_CLERK, many.townships().get(3)),
                "neighbour", staff.actor(Role.TOWNSHIP_CLERK, many.townships().get(4)),
                "department", staff.actor(Role.DEPARTMENT_CLERK, many.departments().get(5)),
                "police", staff.actor(Role.DEPARTMENT_CLERK, many.departments().get(6)),
                "county", staff.actor(Role.COUNTY_CLERK, many.county()),
                "desk", staff.actor(Role.PHONE_DESK, many.county()));
    }

    private static MatterSearch.Wish wish(String text, @Nullable MatterMark mark) {
        var none = MatterQuery.Filters.NONE;
        var filters =
                new MatterQuery.Filters(
                        text,
                        none.kinds(),
                        none.categories(),
                        none.channel(),
                        none.stage(),
                        none.state(),
                        none.place(),
                        none.period(),
                        none.held(),
                        none.solved(),
                        none.urgent(),
                        none.supporters(),
                        none.trouble());
        return new MatterSearch.Wish(filters, SIZE, mark);
    }

    private static List<String> numbers(List<MatterSearch.Hit> hits) {
        return hits.stream().map(hit -> hit.line().number()).toList();
    }

    @Test
    void aVillageFindsItsOwnByCommonWordsToo() {
        var village = many.villages().get(7);
        var piece = search.find(staff.actor(Role.VILLAGE_CLERK, village), wish("水电", null));

        assertThat(piece.hits()).isNotEmpty();
        assertThat(piece.hits())
                .allMatch(hit ->
                        hit.line().place().equals(village.id())
                                || hit.line().holder().equals(village.id()));
    }

    @Test
    void pageByPageEachIsFoundOnce() {
        var actor = staff.actor(Role.COUNTY_CLERK, many.county());
        var found = new ArrayList<String>();
        var piece = search.find(actor, wish("机井", null));
        found.addAll(numbers(piece.hits()));
        for (int page = 0; piece.next() != null && page < 2; page++) {
            piece = search.find(actor, wish("机井", piece.next()));
            found.addAll(numbers(piece.hits()));
        }

        assertThat(found).hasSize(3 * SIZE);
        assertThat(new HashSet<>(found)).hasSize(3 * SIZE);
    }

    @Test
    void whatOneTownshipSaysIsFoundByWhoSeesItAlone() {
        var posts = posts();
        for (String post : List.of("township", "county", "village")) {
            var actor = Objects.requireNonNull(posts.get(post));
            assertThat(search.find(actor, wish("查干淖尔", null)).hits().isEmpty())
                    .as(post)
                    .isEqualTo(post.equals("village"));
        }
    }

    @Test
    void signsAloneFindNothing() {
        var actor = staff.actor(Role.COUNTY_CLERK, many.county());

        assertThat(search.find(actor, wish("？！%_", null)).hits()).isEmpty();
    }

    @Test
    void comesQuicklyToEveryPostWhetherWordsAreRareOrCommon() {
        var slow = new ArrayList<String>();
        posts().forEach((name, actor) -> {
            for (String words : WORDS) {
                double[] millis = times(() -> search.find(actor, wish(words, null)));
                System.out.printf(
                        Locale.ROOT,
                        "search %-10s %-12s p50 %6.1f ms, p99 %6.1f ms of %d matters%n",
                        name,
                        words,
                        millis[RUNS / 2],
                        millis[(RUNS * 99 - 1) / 100],
                        MATTERS);
                if (millis[0] > MILLIS_MAX) {
                    slow.add(name + " " + words + " " + millis[0]);
                }
            }
        });

        assertThat(slow).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"phone n7, ''", "'', name n7", "'', name common", "phone of nobody, ''"})
    void comesQuicklyToWhoAsksByPhoneOrName(String phone, String name) {
        var contact = new MatterSearchStore.Contact(phone, name);
        var since = TestClock.START.minus(ContactSearch.ENDED_SHOWN);
        posts().forEach((post, actor) -> {
            var none = MatterQuery.Filters.NONE;
            double[] millis =
                    times(() ->
                            store.of(ListWhere.seen(actor, none, TestClock.START), contact, since));
            System.out.printf(
                    Locale.ROOT,
                    "search %-10s %-14s p50 %6.1f ms, p99 %6.1f ms of %d matters%n",
                    post,
                    phone + name,
                    millis[RUNS / 2],
                    millis[(RUNS * 99 - 1) / 100],
                    MATTERS);
            assertThat(millis[0]).as(post).isLessThan(MILLIS_MAX);
        });
    }

    private static double[] times(Runnable work) {
        work.run();
        work.run();
        var millis = new double[RUNS];
        for (int at = 0; at < RUNS; at++) {
            long start = System.nanoTime();
            work.run();
            millis[at] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }
}
