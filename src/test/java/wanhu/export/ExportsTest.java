package wanhu.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.TableFile;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** S31: who took a file stands in it, and a large one needs a second person. */
@WanhuTest
class ExportsTest {
    private static final int COUNTY = 155403;
    private static final Wish MANY = new Wish("matters", "lens=AREA&q=x", "辖区事项", 5_000);

    @Autowired Exports exports;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    @TempDir Path folder;

    private Unit county;
    private Unit township;
    private Actor clerk;

    @BeforeEach
    void offices() {
        clock.set("2026-08-17T09:00");
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "导出镇" + Ids.next());
        clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
    }

    private void granted() {
        var asked = exports.ask(clerk, MANY, "年终汇总");
        exports.decide(staff.actor(Role.LEADER, township), asked, true, "");
    }

    private Mark take() {
        return exports.take(clerk, MANY, Locale.CHINESE);
    }

    private String facts(UUID act) {
        return db.sql("select facts from audit.act where county = :county and id = :id")
                .param("county", COUNTY)
                .param("id", act)
                .query(String.class)
                .single();
    }

    @Test
    void theMarkNamesWhoWhenAndTheActOfTheRecord() {
        var mark = exports.take(clerk, new Wish("matters", "q=x", "待办", 3), Locale.CHINESE);

        assertThat(mark.line())
                .contains(clerk.name(), clerk.title(), "2026-08-17 09:00", mark.act().toString());
        assertThat(facts(mark.act())).contains("\"filters\":\"q\"", "\"rows\":\"3\"");
    }

    @Test
    void ourOwnReadersLeaveTheMarkOut() throws IOException {
        var mark = exports.take(clerk, new Wish("matters", "q=x", "待办", 1), Locale.CHINESE);
        var file = Files.writeString(folder.resolve("matters.csv"), "a,b\r\n1,2\r\n" + mark.csv());
        var rows = new ArrayList<List<String>>();

        TableFile.read(file, (_, cells) -> rows.add(cells));

        assertThat(rows).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void manyRowsNeedASecondPerson() {
        assertThat(exports.ready(clerk, MANY)).isFalse();
        assertThatThrownBy(this::take).isInstanceOf(Refused.class);

        granted();

        assertThat(exports.ready(clerk, MANY)).isTrue();
        assertThat(facts(take().act())).contains("granted");
    }

    @Test
    void aGrantHoldsForThreeFilesOfTheSameRowsForADay() {
        granted();
        assertThat(exports.ready(clerk, new Wish("matters", "lens=AREA", "全部", 5_000))).isFalse();
        assertThat(exports.ready(clerk, new Wish("matters", "lens=AREA&q=x", "辖区事项", 6_000)))
                .isFalse();
        for (int file = 0; file < Exports.FILES_OF_ONE_MAX; file++) {
            take();
        }
        assertThat(exports.ready(clerk, MANY)).isFalse();

        granted();
        clock.advance(Duration.ofDays(1));
        assertThat(exports.ready(clerk, MANY)).isFalse();
    }

    @Test
    void nobodyDecidesForHerselfForAnotherUnitOrTooLate() {
        var leader = staff.actor(Role.LEADER, township);
        var own = exports.ask(leader, MANY, "自己要");
        var asked = exports.ask(clerk, MANY, "年终汇总");
        var stranger =
                staff.actor(Role.LEADER, staff.below(county, UnitKind.TOWNSHIP, "邻镇" + Ids.next()));

        assertThatThrownBy(() -> exports.decide(leader, own, true, "")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> exports.decide(stranger, asked, true, ""))
                .isInstanceOf(Refused.class);
        clock.advance(Duration.ofDays(8));
        assertThatThrownBy(() -> exports.decide(leader, asked, true, ""))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRefusalSaysWhyAndWhoAskedReadsIt() {
        exports.ask(clerk, MANY, "年终汇总");
        var security = staff.as(Role.SECURITY, county);
        var id =
                security.get("/exports")
                        .body()
                        .replaceFirst("(?s).*?/exports/([0-9a-f-]{36})/decision.*", "$1");

        assertThat(security.post("/exports/" + id + "/decision", "decision", "refuse").status())
                .isEqualTo(400);
        var decided =
                security.post(
                        "/exports/" + id + "/decision", "decision", "refuse", "answer", "范围太大");

        assertThat(security.follow(decided).body()).contains("已审批");
        assertThat(staff.as(Role.TOWNSHIP_CLERK, township).get("/exports").body())
                .contains("不同意", "范围太大");
    }
}
