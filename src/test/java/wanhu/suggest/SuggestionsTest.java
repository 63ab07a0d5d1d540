package wanhu.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** A county learns from its closed matters, suggests, and learns from what people chose instead. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsTest {
    private static final int COUNTY = 150951;
    private static final int EACH = 30;

    @Autowired JdbcClient db;
    @Autowired Lessons lessons;
    @Autowired Suggestions suggestions;
    @Autowired ModelStore models;
    @Autowired ChoiceStore choices;
    @Autowired Machines machines;
    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired TestClock clock;

    private Unit county;
    private Unit village;
    private Unit power;
    private Unit roads;

    @BeforeAll
    void learn() {
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "建议镇");
        village = staff.below(township, UnitKind.VILLAGE, "建议村");
        power = staff.below(county, UnitKind.DEPARTMENT, "建议供电公司");
        roads = staff.below(county, UnitKind.DEPARTMENT, "建议交通局");
        for (Example each : Invented.examples(EACH)) {
            close(each.label(), each.text(), "HELP");
        }
        close("open.conduct", "举报某某收钱", "REPORT");
        lessons.learn(COUNTY);
    }

    private void close(String category, String text, String kind) {
        var handler = handler(category);
        db.sql(
                        """
                        insert into matter.matter (county, id, number, version, kind, category, channel, danger, title,
                            body, place_id, place_path, place_note, anonymous, secret, publishable, stage, open,
                            unsolved, holder_id, holder_path, holder_level, handler_id, handler_path, handler_level,
                            result, reported_at, changed_at, solved_at, closed_at)
                        values (:county, :id, cast(:id as text), 1, :kind, :category, 'WEB', false, :title,
                            :body, :place, :placePath, '', false, false, true, 'CLOSED', false,
                            false, :handler, :path, 'COUNTY', :handler, :path, 'COUNTY',
                            'SOLVED', :at, :at, :at, :at)
                        """)
                .param("county", COUNTY)
                .param("id", Ids.next())
                .param("kind", kind)
                .param("category", category)
                .param("title", text.substring(0, Math.min(20, text.length())))
                .param("body", text)
                .param("place", village.id())
                .param("placePath", village.path().text())
                .param("handler", handler.id())
                .param("path", handler.path().text())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    private Unit handler(String category) {
        return switch (category) {
            case "farm.power" -> power;
            case "road.broken", "road.lamp" -> roads;
            default -> village;
        };
    }

    private List<String> categories(String text) {
        return suggestions.categories(COUNTY, text).stream().map(Suggested::value).toList();
    }

    private List<String> units(String category, String text) {
        var work = new Suggestions.Work(COUNTY, category, text, village.id());
        return suggestions.units(work).stream().map(Suggested::value).toList();
    }

    private Matter told(String title) {
        var content = new Report.Content(Kind.HELP, "other", Channel.WEB, false, title, "");
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "",
                        county.id(),
                        Report.Contact.NONE,
                        clock.instant());
        return matters.get(COUNTY, reports.report(null, report).matter());
    }

    private void take(Matter matter, Step step) {
        matters.take(new By.Staff(staff.actor(Role.COUNTY_CLERK, county)), Taking.of(matter, step));
    }

    private static Step sort(String to) {
        return new Step.Sort(
                new Step.Topic(Kind.HELP, "other"), new Step.Topic(Kind.HELP, to), "看过", null);
    }

    @Test
    void suggestsWhatWasLearnedAndSaysWhy() {
        var first = suggestions.categories(COUNTY, "机井没电，玉米要旱死了").getFirst();

        assertThat(first.value()).isEqualTo("farm.power");
        assertThat(first.why().getFirst()).isInstanceOf(Why.Learned.class);
    }

    @Test
    void whatNobodyHasClosedYetIsKnownByItsWords() {
        assertThat(categories("小区电梯坏了，物业不管")).contains("home.property");
    }

    @Test
    void theUsualHandlerIsSuggestedForThePlace() {
        assertThat(units("farm.power", "机井没有通电")).contains(power.id().toString());
        assertThat(units("clean.rubbish", "垃圾没人清运")).contains(village.id().toString());
    }

    @Test
    void theFiguresOfTheExamStandWithTheVersion() {
        var model = models.list(COUNTY, Subject.CATEGORY).getLast();

        assertThat(model.version()).isEqualTo(1);
        assertThat(model.used()).isTrue();
        assertThat(model.source().matters()).isEqualTo(8 * EACH);
        assertThat(model.exam().asked()).isBetween(20, 80);
        assertThat(model.exam().macroF1()).isGreaterThan(0.9);
    }

    @Test
    void whatWasChosenOtherwiseIsWrittenDownWithoutWhoDidAndLearnedFrom() {
        var matter = told("机井没有通电，浇不上地，请帮忙登记宅基地");
        take(matter, sort("home.plot"));

        assertThat(choices.corrected(COUNTY, Subject.CATEGORY)).contains(matter.id());
        lessons.learn(COUNTY);
        var model = models.list(COUNTY, Subject.CATEGORY).getFirst();
        assertThat(model.source().corrected()).isEqualTo(1);
    }

    @Test
    void aSuggestionThatWasTakenCountsAsTaken() {
        var before = choices.use(COUNTY, Subject.UNIT, TestClock.START.minusSeconds(1)).firsts();
        var matter = told("耕地边上的农电线路断了，没法灌溉");
        take(matter, new Step.Admit(null));
        var admitted = matters.get(COUNTY, matter.id());
        var to = Hold.of(units.tree(COUNTY), power.id());
        take(admitted, new Step.Dispatch(to, List.of(), null, null, ""));

        assertThat(choices.use(COUNTY, Subject.UNIT, TestClock.START.minusSeconds(1)).firsts())
                .isEqualTo(before + 1);
    }

    @Test
    void nothingIsAppliedByItself() {
        var matter = told("机井没有通电，浇不上地");

        assertThat(matters.get(COUNTY, matter.id()).about().category()).isEqualTo("other");
    }

    @Test
    void theCountyOfficeReadsTheFiguresAndAVillageDoesNot() {
        var page = staff.as(Role.COUNTY_CLERK, county).get("/suggestions");

        assertThat(page.body()).contains("首项准确率").contains("农田用电").contains("建议供电公司");
        assertThat(staff.as(Role.VILLAGE_CLERK, village).get("/suggestions").status())
                .isEqualTo(403);
    }

    @Test
    void whoWishesALessonIsRecorded() {
        var clerk = staff.as(Role.COUNTY_CLERK, county);
        clerk.get("/suggestions");

        assertThat(clerk.post("/suggestions").status()).isEqualTo(303);
        assertThat(staff.as(Role.AUDITOR, county).get("/audit").body()).contains("归纳建议");
    }

    @Test
    void theDeskIsToldCategoryUnitAndDangerWhileItWrites() {
        var clerk = staff.as(Role.PHONE_DESK, county);
        clerk.get("/desk/new");
        var page =
                clerk.post(
                        "/desk/new/suggest",
                        "text",
                        "机井配电箱着火了，浇不上地",
                        "place",
                        village.code(),
                        "category",
                        "other");

        assertThat(page.body())
                .contains("农田用电")
                .contains("data-take=\"f-category\"")
                .contains("着火");
    }

    @Test
    void whoSortsSeesTheSuggestionsBesideTheField() {
        var matter = told("自来水停了，家里没有水吃");
        var page =
                staff.as(Role.COUNTY_CLERK, county)
                        .get("/matters/" + matter.number() + "?step=Sort");

        assertThat(page.body())
                .contains("data-take=\"f-Sort-category\"")
                .contains("data-value=\"water.supply\"");
    }

    @Test
    void withoutAnyLessonTheWordsSuggest() {
        int fresh = 150952;
        staff.county(fresh);

        assertThat(suggestions.categories(fresh, "路灯不亮"))
                .first()
                .satisfies(each -> assertThat(each.why().getFirst()).isInstanceOf(Why.Words.class));
        assertThat(models.used(fresh, Subject.CATEGORY)).isEmpty();
    }

    @Test
    void aFormThatWasChangedIsNotUsed() {
        var id = models.used(COUNTY, Subject.UNIT).orElse(new UUID(0, 0));
        var digest = digest(id, "0");
        try {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> models.read(COUNTY, id))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            digest(id, digest);
        }
    }

    private String digest(UUID id, String other) {
        var now =
                db.sql("select digest from suggest.model where county = :county and id = :id")
                        .param("county", COUNTY)
                        .param("id", id)
                        .query(String.class)
                        .single();
        db.sql("update suggest.model set digest = :digest where county = :county and id = :id")
                .param("digest", other)
                .param("county", COUNTY)
                .param("id", id)
                .update();
        return now;
    }
}
