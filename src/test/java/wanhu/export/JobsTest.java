package wanhu.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Program;
import wanhu.token.TestPrograms;
import wanhu.workbench.MatterFiles;

/** Files in the background: whole, once, marked, agreed to, and kept for three days. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
    private static final int COUNTY = 154821;
    private static final int MANY = 1_005;

    @Autowired Jobs jobs;
    @Autowired JobRun run;
    @Autowired JobStore store;
    @Autowired Exports exports;
    @Autowired MatterFiles files;
    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired Reports reports;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit large;
    private Unit small;
    private Actor clerk;
    private Program office;

    @BeforeAll
    void make() {
        var county = staff.county(COUNTY);
        large = staff.below(county, UnitKind.TOWNSHIP, "大镇");
        small = staff.below(county, UnitKind.TOWNSHIP, "小镇");
        report(large, MANY);
        report(small, 3);
        clerk = staff.actor(Role.TOWNSHIP_CLERK, large);
        office = programs.of(Role.TOWNSHIP_CLERK, small);
    }

    @BeforeEach
    void quiet() {
        db.sql(
                        """
                        with used as (
                            update export.asked set uses = 3 where county = :county and granted
                        )
                        update export.job
                        set state = 'STOPPED', next_at = null, ended_at = now()
                        where county = :county and next_at is not null
                        """)
                .param("county", COUNTY)
                .update();
    }

    private void report(Unit township, int count) {
        var village = staff.below(township, UnitKind.VILLAGE, "某村");
        var all = new ArrayList<Report>();
        for (int each = 0; each < count; each++) {
            all.add(
                    new Report(
                            COUNTY,
                            Ids.next(),
                            new Report.Content(
                                    Kind.HELP, "farm", Channel.WEB, false, "=1+" + each, "路灯不亮"),
                            village.id(),
                            "",
                            null,
                            new Report.Contact("张三丰", "13800138000", false, false, true, true),
                            TestClock.START));
        }
        var desk = staff.actor(Role.TOWNSHIP_CLERK, township);
        Wall.whole(() -> reports.reportAll(desk, all));
    }

    private Job begin(boolean gzip) {
        var how = new MatterFiles.How(Job.Format.NDJSON, gzip, Locale.CHINESE, "年终汇总");
        return files.begin(clerk, Map.of("lens", "AREA"), how, null);
    }

    private void agree(Job job) {
        exports.decide(
                staff.actor(Role.LEADER, large),
                UUID.fromString(String.valueOf(job.asked())),
                true,
                "");
        clock.advance(Duration.ofSeconds(21));
    }

    private List<String> numbers(Job job) throws IOException {
        var answer = new MockHttpServletResponse();
        jobs.send(jobs.fetch(clerk, job.id()), answer);
        var bytes = answer.getContentAsByteArray();
        var text =
                job.what().gzip()
                        ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                        : bytes;
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).path("number").asString(""))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    @Test
    void manyRowsWaitForASecondPersonAndAreThenEachThereOnce() throws IOException {
        var job = begin(true);
        run.clockMoved();
        assertThat(jobs.get(clerk, job.id()).state()).isEqualTo(Job.State.ASKED);

        agree(job);
        run.clockMoved();

        var done = jobs.get(clerk, job.id());
        assertThat(done.state()).isEqualTo(Job.State.DONE);
        assertThat(done.progress().pieces()).isEqualTo(2);
        assertThat(numbers(done)).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void whoTakesUpWhatAKilledProgramLeftGoesOnBehindItsLastPiece() throws IOException {
        var job = begin(false);
        agree(job);
        run.moved(job);
        run.moved(job);
        var torn = jobs.get(clerk, job.id());
        assertThat(torn.progress().rows()).isEqualTo(1_000);
        assertThat(torn.left(clock.instant())).isNotNull();
        assertThatThrownBy(() -> jobs.fetch(clerk, job.id())).isInstanceOf(Refused.class);

        clock.advance(JobRun.SILENCE.plusSeconds(1));
        run.clockMoved();

        assertThat(numbers(jobs.get(clerk, job.id()))).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void twoThatWriteTheSamePieceWriteOne() {
        var job = begin(true);
        agree(job);
        run.moved(job);
        var before = store.find(COUNTY, job.id()).orElseThrow();
        run.moved(before);

        assertThat(run.moved(before)).isFalse();
        assertThat(run.moved(before)).isFalse();
        assertThat(jobs.get(clerk, job.id()).progress().rows()).isEqualTo(MANY);
    }

    @Test
    void whatIsRefusedOrCancelledIsNeverWritten() {
        var refused = begin(true);
        exports.decide(
                staff.actor(Role.LEADER, large),
                UUID.fromString(String.valueOf(refused.asked())),
                false,
                "范围太大");
        var cancelled = begin(true);
        jobs.stop(clerk, cancelled.id());
        clock.advance(Duration.ofSeconds(21));
        run.clockMoved();

        assertThat(jobs.get(clerk, refused.id()).state()).isEqualTo(Job.State.REFUSED);
        assertThat(jobs.get(clerk, cancelled.id()).state()).isEqualTo(Job.State.STOPPED);
        assertThatThrownBy(() -> jobs.stop(clerk, cancelled.id())).isInstanceOf(Refused.class);
    }

    @Test
    void threeGoOnAtTheSameTimeAndNoMore() {
        begin(true);
        begin(true);
        begin(true);
        assertThatThrownBy(() -> begin(true)).isInstanceOf(Refused.class);
    }

    private Program.Said wanted(String format, String query) {
        return office.post(
                "/exports" + query,
                "{\"format\":\"%s\",\"reason\":\"报送市局\",\"gzip\":false}".formatted(format));
    }

    @Test
    void aProgramTakesTheRowsOfItsListAndTheMark() {
        var job = wanted("NDJSON", "?lens=AREA&place=" + small.code());
        run.clockMoved();
        var path = job.header("Location").substring("/api/v1".length());
        var done = office.get(path);
        var file = office.get(path + "/file");
        var lines = file.text().lines().toList();
        var list = office.get("/matters?lens=AREA&sort=NEWEST");

        assertThat(job.status()).isEqualTo(202);
        assertThat(job.at("state")).isEqualTo("WAITING");
        assertThat(done.at("state")).isEqualTo("DONE");
        assertThat(done.at("file")).isEqualTo("/api/v1" + path + "/file");
        assertThat(lines).hasSize(4);
        assertThat(JsonMapper.shared().readTree(lines.getFirst()))
                .isEqualTo(list.body().path("items").path(0));
        assertThat(lines.getLast()).contains("\"mark\"", "导出人：", "测试平台");
        assertThat(file.text()).doesNotContain("张三丰", "13800138000");
        assertThat(verbs(done.at("id"))).contains("EXPORT_BEGUN", "EXPORT_FETCHED");
    }

    private List<String> verbs(String job) {
        return db.sql("select verb from audit.act where county = :county and object = :job")
                .param("county", COUNTY)
                .param("job", job)
                .query(String.class)
                .list();
    }

    @Test
    void aTableHasItsHeadOnceAndNoFormulas() {
        var job = wanted("CSV", "?lens=AREA");
        run.clockMoved();
        var text =
                office.get(job.header("Location").substring("/api/v1".length()) + "/file").text();

        assertThat(text).startsWith("\uFEFF\"").containsOnlyOnce("事项编号").contains("\"'=1+2\"");
        assertThat(text.lines().toList()).hasSize(5).last().asString().contains("※ 导出人：");
    }

    @Test
    void theSameKeyIsOneFileAndWhatTheListDoesNotKnowIsRefused() {
        var body = "{\"format\":\"CSV\",\"reason\":\"报送市局\"}";
        var first = office.post("/exports?lens=AREA", body, "export-key-1");
        var again = office.post("/exports?lens=AREA", body, "export-key-1");
        var other = office.post("/exports?lens=BELOW", body, "export-key-1");

        assertThat(again.at("id")).isEqualTo(first.at("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(wanted("CSV", "?size=5").faults()).containsExactly("size");
        assertThat(wanted("XLS", "").faults()).containsExactly("format");
        assertThat(office.post("/exports", "{\"format\":\"CSV\"}").faults())
                .containsExactly("reason");
    }

    @Test
    void nobodyElseSeesItAndAfterThreeDaysItIsGone() {
        var job = wanted("NDJSON", "?lens=AREA");
        run.clockMoved();
        var path = job.header("Location").substring("/api/v1".length());
        var other = programs.of(Role.TOWNSHIP_CLERK, large);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path + "/file").status()).isEqualTo(404);

        clock.advance(JobRun.KEPT.plusSeconds(1));
        run.run();

        assertThat(office.get(path).at("state")).isEqualTo("EXPIRED");
        assertThat(office.get(path + "/file").status()).isEqualTo(409);
    }

    @Test
    void staffWantItFromTheListSeeItAndFetchIt() {
        var desk = staff.as(Role.TOWNSHIP_CLERK, small);
        var sent = desk.post("/matters/export/job?lens=AREA", "reason", "月末核对");
        run.clockMoved();
        var page = desk.follow(sent).body();
        var path = page.replaceFirst("(?s).*?(/exports/jobs/[0-9a-f-]{36}/file).*", "$1");

        assertThat(page).contains("已生成", "月末核对", "下载");
        assertThat(new String(desk.file(path), StandardCharsets.UTF_8)).contains("※ 导出人：");
    }
}
