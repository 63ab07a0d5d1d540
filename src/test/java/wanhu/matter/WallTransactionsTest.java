package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** How the database is told of the wall: by each transaction, and by none for another. */
@WanhuTest
class WallTransactionsTest {
    private static final int COUNTY = 150945;
    private static final int POOL = 12;
    private static final List<String> WALLED =
            List.of(
                    "callback.call",
                    "files.file",
                    "intake.import",
                    "intake.import_piece",
                    "knowledge.article",
                    "knowledge.citation",
                    "knowledge.version",
                    "knowledge.wish",
                    "ledger.event",
                    "ledger.milestone",
                    "ledger.project",
                    "letter.letter",
                    "letter.withdrawal",
                    "matter.data_wish",
                    "matter.matter",
                    "matter.part",
                    "matter.requester",
                    "matter.step",
                    "round.item",
                    "round.round",
                    "supervise.consultation",
                    "supervise.event",
                    "supervise.opinion",
                    "supervise.report",
                    "supervise.request",
                    "supervise.supervision");

    /** Tables with places that have no wall, and why it is not there: no word of a resident. */
    private static final Set<String> WITHOUT =
            Set.of(
                    "audit.act",
                    "board.day",
                    "board.history",
                    "board.month_own",
                    "board.month_whole",
                    "board.standing",
                    "board.standing_turn",
                    "org.unit",
                    "org.unit_version",
                    "vault.view");

    @Autowired JdbcClient db;
    @Autowired DataSource pool;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Reports reports;
    @Autowired Staff staff;

    private String told = "";
    private Wall neighbour = Wall.NOTHING;

    @BeforeEach
    void tell() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "墙镇" + Ids.next());
        var village = staff.below(township, UnitKind.VILLAGE, "墙村");
        var next = staff.below(township, UnitKind.VILLAGE, "邻村");
        neighbour = Wall.of(staff.actor(Role.VILLAGE_CLERK, next));
        told = told(village);
    }

    private String told(Unit village) {
        return reports.report(
                        null,
                        new Report(
                                COUNTY,
                                Ids.next(),
                                new Report.Content(
                                        Kind.HELP, "farm", Channel.WEB, false, "墙里的话", "只有本村听得到。"),
                                village.id(),
                                "",
                                null,
                                Report.Contact.NONE,
                                TestClock.START))
                .matter()
                .toString();
    }

    /** Every matter of the county, whoever asks. */
    private List<String> titles() {
        return db.sql("select id::text from matter.matter where county = :county order by id")
                .param("county", COUNTY)
                .query(String.class)
                .list();
    }

    private int rows(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void whoeverForgetsToSayWhoLooksFindsNothingAndWritesNothing() {
        Wall.down();
        for (String table : WALLED) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThatThrownBy(() ->
                        db.sql(
                                        """
                                        insert into matter.part (county, id, matter_id, unit_id, unit_path, term, given_at, due_at, warn_at)
                                        values (:county, :id, :matter, :id, '15.09.43.', 'P5D', now(), now(), now())
                                        """)
                                .param("county", COUNTY)
                                .param("id", Ids.next())
                                .param("matter", Ids.next())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aTransactionSeesWhatItsThreadSeesAndNoLongerThanThat() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> {
                    assertThat(titles()).contains(told);
                    assertThat(neighbour.behind(this::titles)).isEmpty();
                    assertThat(titles()).contains(told);
                    Wall.down();
                    assertThat(titles()).isEmpty();
                });
    }

    @Test
    void aTransactionInsideAnotherKeepsItsOwnWall() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> {
                    assertThat(titles()).contains(told);
                    apart.executeWithoutResult(
                            _ -> assertThat(neighbour.behind(this::titles)).isEmpty());
                    assertThat(titles()).contains(told);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 / 0",
                "set local statement_timeout = 20; select pg_sleep(5)",
                "select no_such_column from matter.matter",
                "select 1"
            })
    void aConnectionThatGoesBackTellsNothingToTheNext(String statement) throws SQLException {
        for (int at = 0; at < POOL; at++) {
            fail(statement);
        }
        Wall.down();

        assertThat(seenThroughEveryConnection()).containsOnly(0);
    }

    private void fail(String statement) {
        try {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(_ -> {
                        assertThat(titles()).contains(told);
                        db.sql(statement).query((_, _) -> 1).list();
                        throw new IllegalStateException("Expected to be rolled back");
                    });
        } catch (DataAccessException | IllegalStateException _) {
            assertThat(Wall.standing()).isEqualTo(Wall.WHOLE);
        }
    }

    private List<Integer> seenThroughEveryConnection() throws SQLException {
        var all = new ArrayList<Connection>();
        var seen = new ArrayList<Integer>();
        try {
            for (int at = 0; at < POOL; at++) {
                var connection = pool.getConnection();
                all.add(connection);
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery("select count(*) from matter.matter")) {
                    found.next();
                    seen.add(found.getInt(1));
                }
            }
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
        return seen;
    }

    @Test
    void everyTableWithAPlaceIsBehindTheWallOrNamedHere() {
        var walled = new TreeSet<String>();
        var open = new TreeSet<String>();
        db.sql(
                        """
                        select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as walled
                        from pg_class c
                        where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
                          and (c.relrowsecurity
                            or exists (
                              select
                              from pg_attribute a
                              where a.attrelid = c.oid and not a.attisdropped and a.attnum > 0
                                and a.attname ~ '(^|_)path$'))
                        """)
                .query((row, _) ->
                        (row.getBoolean("walled") ? walled : open).add(row.getString("name")))
                .list();

        assertThat(walled).containsExactlyElementsOf(WALLED);
        assertThat(open).containsExactlyElementsOf(new TreeSet<>(WITHOUT));
    }

    @Test
    void theRoleOfTheProgramCannotClimbOverIt() {
        assertThat(
                        db.sql(
                                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void whatTheDatabaseRefusesIsToldWithoutItsWords() {
        var song = "苏布德其木格 13900139113";

        assertThatThrownBy(() ->
                        db.sql(
                                        """
                                        insert into matter.requester (county, id, command_id, matter_id, first_matter_id,
                                            code_index, name_sealed, wants_news, joined_at)
                                        values (:county, :id, :id, :id, :id, :song, :song, true, now())
                                        """)
                                .param("county", COUNTY)
                                .param("id", Ids.next())
                                .param("song", song)
                                .update())
                .rootCause()
                .hasMessageContaining("foreign key")
                .message()
                .doesNotContain("Detail", "苏布德");
    }
}
