package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/**
 * The first wall is taken away: statements without any condition, run as somebody. The database
 * itself keeps what is another's.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {
    private static final int COUNTY = 155413;
    private static final int POOL = 12;
    @Autowired JdbcClient db;
    @Autowired MatterStore store;
    @Autowired RequesterStore requesters;
    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired Units units;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit neighbour;
    private Unit bureau;
    private Unit otherBureau;
    private Matter told;
    private Matter accusing;

    @BeforeAll
    void tell() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "墙镇");
        village = staff.below(township, UnitKind.VILLAGE, "墙村");
        neighbour = staff.below(township, UnitKind.VILLAGE, "邻村");
        bureau = staff.below(county, UnitKind.DEPARTMENT, "墙局");
        otherBureau = staff.below(county, UnitKind.DEPARTMENT, "旁局");
        told = told(Kind.HELP);
        accusing = told(Kind.REPORT);
    }

    private Matter told(Kind kind) {
        var receipt =
                reports.report(
                        null,
                        new Report(
                                COUNTY,
                                Ids.next(),
                                new Report.Content(
                                        kind, "farm", Channel.WEB, false, "墙里的话", "只有本村听得到。"),
                                village.id(),
                                "",
                                null,
                                new Report.Contact("白玉兰", "13800138000", false, false, true, true),
                                TestClock.START));
        return matters.get(COUNTY, receipt.matter());
    }

    private <T> T as(Role role, Unit unit, Supplier<T> work) {
        return Wall.of(staff.actor(role, unit)).behind(work);
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

    private static String id(Matter matter) {
        return matter.id().toString();
    }

    @Test
    void theNeighbourSeesNothingWhateverTheStatementForgets() {
        as(
                Role.VILLAGE_CLERK,
                neighbour,
                () -> {
                    assertThat(titles()).isEmpty();
                    assertThat(store.find(COUNTY, told.id())).isEmpty();
                    assertThat(store.findByNumber(COUNTY, told.number())).isEmpty();
                    assertThat(store.lock(COUNTY, told.id())).isEmpty();
                    assertThat(requesters.of(COUNTY, told.id())).isEmpty();
                    assertThat(rows("matter.step")).isZero();
                    assertThat(rows("matter.requester")).isZero();
                    return told;
                });
    }

    @Test
    void whoMaySeeItSeesItThroughTheSameStatements() {
        assertThat(as(Role.VILLAGE_CLERK, village, this::titles)).containsExactly(id(told));
        assertThat(as(Role.LEADER, township, this::titles)).contains(id(told), id(accusing));
        assertThat(as(Role.PHONE_DESK, otherBureau, this::titles)).contains(id(told));
        assertThat(as(Role.VILLAGE_CLERK, village, () -> requesters.of(COUNTY, told.id())))
                .hasSize(1);
        assertThat(as(Role.VILLAGE_CLERK, village, () -> matters.timeline(told))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "AUDITOR"})
    void whoReadsNoMattersFindsTheTablesEmpty(Role role) {
        assertThat(as(role, county, this::titles)).isEmpty();
    }

    @Test
    void whatAccusesAUnitIsHiddenFromItAndFromNobodyAbove() {
        assertThat(as(Role.VILLAGE_CLERK, village, () -> store.find(COUNTY, accusing.id())))
                .isEmpty();
        assertThat(as(Role.PHONE_DESK, village, this::titles)).doesNotContain(id(accusing));
        assertThat(as(Role.TOWNSHIP_CLERK, township, () -> requesters.of(COUNTY, accusing.id())))
                .hasSize(1);
    }

    @Test
    void anotherCountyIsAnEmptyTable() {
        var far = staff.below(staff.county(150944), UnitKind.TOWNSHIP, "外镇");

        assertThat(as(Role.TOWNSHIP_CLERK, far, this::titles)).isEmpty();
        assertThat(as(Role.COUNTY_CLERK, staff.county(150944), this::titles)).isEmpty();
    }

    @Test
    void whoHelpsWithAMatterSeesItAndTheBureauNextDoorDoesNot() {
        var sent =
                new Step.Dispatch(
                        Hold.of(units.tree(COUNTY), bureau.id()),
                        List.of(
                                new Step.CoHandler(
                                        otherBureau.id(), otherBureau.path(), Term.parse("5wd"))),
                        null,
                        null,
                        "请办理");
        var shared = take(Role.VILLAGE_CLERK, village, told(Kind.HELP), new Step.TakeOn("看过"));
        var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "问过", null);
        shared = take(Role.VILLAGE_CLERK, village, shared, up);
        up = new Step.Escalate(Reason.Escalate.NO_MONEY, "也问过", null);
        shared = take(Role.TOWNSHIP_CLERK, township, shared, up);
        shared = take(Role.COUNTY_CLERK, county, shared, sent);

        assertThat(as(Role.DEPARTMENT_CLERK, bureau, this::titles)).containsExactly(id(shared));
        assertThat(as(Role.DEPARTMENT_CLERK, otherBureau, this::titles))
                .containsExactly(id(shared));
        assertThat(as(Role.DEPARTMENT_CLERK, third(), this::titles)).isEmpty();
    }

    private Unit third() {
        return staff.below(county, UnitKind.DEPARTMENT, "远局" + Ids.next());
    }

    private Matter take(Role role, Unit unit, Matter seen, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(seen, step));
    }

    @Test
    void nobodyChangesOrRemovesWhatTheyDoNotSee() {
        as(
                Role.VILLAGE_CLERK,
                neighbour,
                () -> {
                    assertThat(db.sql("update matter.matter set title = 'x'").update()).isZero();
                    assertThat(db.sql("update matter.requester set phone_sealed = null").update())
                            .isZero();
                    assertThat(db.sql("delete from matter.requester").update()).isZero();
                    return told;
                });

        assertThat(matters.get(COUNTY, told.id()).about().title()).isEqualTo("墙里的话");
    }

    /**
     * Copies of a matter's words and its photos carry no place that moves with it: their county.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "files.file",
                "round.item",
                "round.round",
                "ledger.project",
                "supervise.supervision"
            })
    void copiesAndPhotosStayInTheCountyAndWithWhoReadsMatters(String table) {
        besideTheMatter();
        var far = staff.county(150944);
        var rows = "%s where county = %d".formatted(table, COUNTY);

        assertThat(as(Role.VILLAGE_CLERK, village, () -> rows(rows))).isPositive();
        assertThat(as(Role.DEPARTMENT_CLERK, bureau, () -> rows(rows))).isPositive();
        assertThat(as(Role.COUNTY_CLERK, far, () -> rows(rows))).isZero();
        assertThat(as(Role.ADMIN, county, () -> rows(rows))).isZero();
        assertThat(Wall.NOTHING.behind(() -> rows(rows))).isZero();
        assertThat(as(Role.COUNTY_CLERK, far, () -> changed(rows))).isZero();
    }

    private int changed(String rows) {
        return db.sql("update " + rows.replace(" where", " set county = county where")).update();
    }

    /**
     * A photo of the matter and a meeting that has it on its list; only that they are there counts.
     */
    private void besideTheMatter() {
        db.sql(
                        """
                        insert into files.file (county, id, subject_id, kind, type, bytes, size_bytes, digest,
                            by_staff, added_at)
                        values (:county, :id, :matter, 'PHOTO', 'image/jpeg', 'x', 1, 'x', false, now())
                        on conflict do nothing
                        """)
                .param("county", COUNTY)
                .param("id", Ids.next())
                .param("matter", told.id())
                .update();
        new Papers(db).of(village, told.id());
        var meeting = Ids.next();
        db.sql(
                        """
                        insert into round.round (county, id, kind, kind_version, name_zh, name_en, level, cadence,
                            quorum, body, path, period, ordinal, from_at, until_at, state)
                        values (:county, :id, 'wall', 0, '墙', 'wall', 'VILLAGE', 'NONE', 0, :body, :path, :id, 1,
                            now(), now() + interval '1 day', 'OPEN')
                        """)
                .param("county", COUNTY)
                .param("id", meeting)
                .param("body", village.id())
                .param("path", village.path().text())
                .update();
        db.sql(
                        """
                        insert into round.item (county, round_id, matter_id, position, body, number, title,
                            place_id, place_path, urgent, came_at, carried)
                        values (:county, :meeting, :matter, 1, :body, 'x', 'x', :body, :path, false, now(), false)
                        """)
                .param("county", COUNTY)
                .param("meeting", meeting)
                .param("matter", meeting)
                .param("body", village.id())
                .param("path", village.path().text())
                .update();
    }

    @Test
    void aRequestLeavesNoWallOnItsThread() {
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        var foreign = staff.as(Role.VILLAGE_CLERK, neighbour);
        for (int at = 0; at < POOL; at++) {
            assertThat(clerk.get("/matters/" + told.number()).status()).isEqualTo(200);
            assertThat(foreign.get("/matters/" + told.number()).status()).isEqualTo(404);
            assertThat(clerk.get("/matters?size=0").status()).isLessThan(500);
        }
    }
}
