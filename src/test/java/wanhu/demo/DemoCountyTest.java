package wanhu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import wanhu.TestWall;
import wanhu.embedded.TestServer;
import wanhu.ledger.Phase;
import wanhu.life.Stage;

/** The demonstration county as it stands after its first start: each page has life. */
@SpringBootTest(
        properties = {
            "wanhu.data=target/demo-data${wanhu.crypto:}",
            "wanhu.demo=true",
            "wanhu.ticks=false"
        })
@ContextConfiguration(initializers = DemoCountyTest.OwnDatabase.class)
@DirtiesContext
@ExtendWith(TestWall.class)
class DemoCountyTest {
    @Autowired JdbcClient db;

    static final class OwnDatabase
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("wanhu.database-url=" + TestServer.emptyDatabase("demonstration"))
                    .applyTo(context);
        }
    }

    private List<String> list(String statement) {
        return db.sql(statement).query(String.class).list();
    }

    @Test
    void hasMattersInEveryStage() {
        assertThat(list("select distinct stage from matter.matter"))
                .containsExactlyInAnyOrder(names(Stage.values()));
    }

    @Test
    void hasMetAtEveryLevelAllTheYearAndSignedItsMinutes() {
        var months =
                """
                select level
                from round.round
                where state = 'CLOSED' and minutes <> ''
                group by level
                having count(distinct to_char(from_at, 'YYYY-MM')) >= 7
                """;

        assertThat(list(months)).containsExactlyInAnyOrder("VILLAGE", "TOWNSHIP", "COUNTY");
    }

    @Test
    void hasDecidedInItsMeetingsAllThatCanBeDecided() {
        assertThat(list("select distinct outcome from round.item where outcome is not null"))
                .contains("PLANNED", "RAISED", "DISPATCHED", "HANDED_BACK", "CARRIED");
    }

    @Test
    void hasMissedNoMeetingAndKeepsThoseOfThisWeekForTheVisitor() {
        assertThat(list("select distinct state from round.round where level = 'VILLAGE'"))
                .containsExactlyInAnyOrder("CLOSED", "OPEN");
    }

    @Test
    void hasProjectsInEveryPhaseButTheSadOnesAndSomeCameFromMatters() {
        assertThat(list("select distinct phase from ledger.project"))
                .contains(Phase.PROPOSED.name(), Phase.CHOSEN.name(), Phase.STARTED.name())
                .contains(Phase.STRUCK_OFF.name());
        assertThat(list("select distinct source from ledger.project")).hasSize(2);
    }

    @Test
    void hasSignsOnMostGrids() {
        assertThat(list("select unit::text from grid.sign")).hasSizeGreaterThan(50);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
