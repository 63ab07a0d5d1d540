package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.matter.MatterSearchWays.Found;
import wanhu.matter.MatterSearchWays.Limits;
import wanhu.people.Staff;

/** However many say the words, and whenever and wherever they said them: all ways find the same. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterSearchWaysTest {
    private static final int COUNTY = 154858;
    private static final int MATTERS = 1_500;
    private static final int EVERY_ROW = 100_000;
    private static final List<String> WORDS =
            List.of("件", "水电", "路灯", "垃圾清运", "查干淖尔", "核酸", "路灯 核酸", "没有这个词");

    @Autowired JdbcClient db;
    @Autowired MatterSearchStore store;
    @Autowired SignTick signs;
    @Autowired Staff staff;

    private ManyMatters many;

    /** Over seven years; the words stand in the first three of them, or in one township. */
    @BeforeAll
    void manyMatters() {
        many = new ManyMatters(staff, db, COUNTY);
        many.fill(MATTERS);
        many.give(many.departments().get(0), 4);
        Wall.whole(() ->
                db.sql(
                                """
                                update matter.matter
                                set reported_at = reported_at - cast(substr(number, 2) as int) * interval '41 hours'
                                where county = :county
                                """)
                        .param("county", COUNTY)
                        .update());
        new ManyWords(db, many.county())
                .say("水电", 3)
                .say("路灯", 10)
                .say("垃圾清运", 30)
                .sayIn(many.townships().get(3), "查干淖尔", 2)
                .sayBefore(MATTERS / 2, "核酸", 4)
                .write("件");
    }

    private Actor post(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> staff.actor(Role.COUNTY_CLERK, many.county());
            case 1 -> staff.actor(Role.TOWNSHIP_CLERK, many.townships().get(3));
            case 2 -> staff.actor(Role.TOWNSHIP_CLERK, many.townships().get(4));
            case 3 -> staff.actor(Role.DEPARTMENT_CLERK, many.departments().get(random.nextInt(2)));
            default ->
                    staff.actor(Role.VILLAGE_CLERK, many.villages().get(30 + random.nextInt(10)));
        };
    }

    private static ListWhere where(Actor actor) {
        return ListWhere.seen(actor, MatterQuery.Filters.NONE, TestClock.START);
    }

    /** All pages one after the other; what is common is so on each of them. */
    private Found all(MatterSearchWays ways, Actor actor, String words, int size) {
        var found = new ArrayList<MatterSearch.Hit>();
        var common = new HashSet<Boolean>();
        MatterMark mark = null;
        do {
            var page = ways.find(where(actor), Terms.keys(words), MatterSearchPage.of(mark, size));
            found.addAll(page.hits());
            common.add(page.common());
            mark = page.hits().size() < size ? null : after(page.hits().getLast());
        } while (mark != null);
        assertThat(common).hasSize(1);
        return new Found(found, common.contains(true));
    }

    private static List<String> numbers(Found found) {
        return found.hits().stream().map(hit -> hit.line().number()).toList();
    }

    /** In the territory of the post, or its unit's own work. */
    private Set<String> near(Actor actor) {
        return db.sql(
                        """
                        select number
                        from matter.matter
                        where county = :county
                          and (place_path >= :from and place_path < :until or handler_id = :unit
                            or open and (dispatcher_id = :unit or holder_id = :unit))
                        """)
                .param("county", COUNTY)
                .param("from", actor.path().from())
                .param("until", actor.path().until())
                .param("unit", actor.unit())
                .query(String.class)
                .set();
    }

    private static MatterMark after(MatterSearch.Hit hit) {
        return new MatterMark(hit.line().reported().toString(), hit.line().id(), false);
    }

    @RepeatedTest(60)
    void pageByPageEachWayFindsAllThatAreSeenTheLatestFirst(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var actor = post(random);
        var words = WORDS.get(random.nextInt(WORDS.size()));
        var limits =
                new Limits(
                        random.nextInt(1, 60),
                        random.nextInt(1, 30),
                        random.nextInt(1, 30),
                        random.nextInt(1, 10),
                        random.nextInt(1, 40));
        var plain = new MatterSearchWays(store, new Limits(EVERY_ROW, EVERY_ROW, 1, 1, 1));
        var found = all(new MatterSearchWays(store, limits), actor, words, 1 + random.nextInt(25));
        var near = near(actor);

        assertThat(numbers(found))
                .as("%s %s %s", actor.role(), words, limits)
                .isEqualTo(
                        numbers(all(plain, actor, words, EVERY_ROW)).stream()
                                .filter(number -> !found.common() || near.contains(number))
                                .toList());
    }

    @Test
    void wordsOfYearsAgoAreFoundByReadingThemAloneAndNotAllThatCameSince() {
        var ways = new MatterSearchWays(store, new Limits(100, 100, 100, 100, 10));
        var county = staff.actor(Role.COUNTY_CLERK, many.county());
        var hits = ways.find(where(county), Terms.keys("核酸"), MatterSearchPage.of(null, 20)).hits();

        assertThat(hits).hasSize(20);
        assertThat(hits).allMatch(hit -> number(hit) > MATTERS / 2);
    }

    private static int number(MatterSearch.Hit hit) {
        return Integer.parseInt(hit.line().number().substring(1));
    }

    @Test
    void whatHasNoSignsYetIsFoundWithoutThemAndThenGetsThoseThatItWouldHave() {
        var posts =
                List.of(
                        staff.actor(Role.COUNTY_CLERK, many.county()),
                        staff.actor(Role.DEPARTMENT_CLERK, many.departments().get(0)));
        var before = found(posts);
        var signed = Objects.requireNonNull(keys());
        unsign();

        assertThat(store.signed(where(posts.getFirst()))).isFalse();
        assertThat(found(posts)).isEqualTo(before);

        signs.run();

        assertThat(store.signed(where(posts.getFirst()))).isTrue();
        assertThat(keys()).isEqualTo(signed);
        assertThat(found(posts)).isEqualTo(before);
    }

    private List<List<String>> found(List<Actor> posts) {
        var small = new MatterSearchWays(store, new Limits(5, 5, 5, 5, 5));
        return posts.stream().map(post -> numbers(all(small, post, "路灯", 30))).toList();
    }

    /** As a release before the signs wrote them. */
    private void unsign() {
        int[] all = Terms.keys("件 水电 路灯 垃圾清运 查干淖尔 核酸");
        db.sql(
                        """
                        update matter.words w
                        set reported_at = null,
                            keys = array(
                                select key from unnest(keys) as key
                                where key between -30000 and 2000 or key = any(cast(:words as int[])))
                        where county = :county
                        """)
                .param("county", COUNTY)
                .param("words", all)
                .update();
        db.sql("update matter.matter set words_unit = null where county = :county")
                .param("county", COUNTY)
                .update();
    }

    private @Nullable String keys() {
        return db.sql(
                        """
                        select md5(string_agg(w.matter_id || array(
                            select distinct unnest(w.keys) as key order by key)::text, ',' order by w.matter_id))
                        from matter.words w
                        where w.county = :county
                        """)
                .param("county", COUNTY)
                .query(String.class)
                .single();
    }
}
