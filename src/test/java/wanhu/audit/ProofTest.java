package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.audit.ProofCheck.Verdict;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A resident takes the proof of her timeline home, and anybody checks it. */
@WanhuTest
class ProofTest {
    private static final int COUNTY = 150_942;
    private static final String ANSWER = "电线已经架好。";

    /** Each test has its own days, so that each finds a day that is over and one that is not. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired private Web web;
    @Autowired private Staff staff;
    @Autowired private Reports reports;
    @Autowired private Matters matters;
    @Autowired private Sealer sealer;
    @Autowired private ProofCheck check;
    @Autowired private DayStore days;
    @Autowired private TestClock clock;

    private Unit village;
    private Receipt receipt;

    @BeforeEach
    void anAnsweredMatter() {
        clock.advance(Duration.ofDays(10L * DAYS.incrementAndGet()));
        var county = staff.county(COUNTY);
        village = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(village, UnitKind.VILLAGE, "九家子村");
        receipt = told();
        take(Role.VILLAGE_CLERK, village, new Step.TakeOn("内部备注"));
        take(Role.VILLAGE_CLERK, village, new Step.Contact(true, "电话"));
        take(Role.VILLAGE_CLERK, village, new Step.Reply(Reason.Result.SOLVED, ANSWER, "", ""));
        take(Role.COUNTY_CLERK, county, new Step.Approve(""));
        sealer.run();
    }

    private Receipt told() {
        var content =
                new Report.Content(
                        Kind.HELP, "farm.power", Channel.WEB, false, "地里没有电", "两千亩地没有通电。");
        var contact = new Report.Contact("白大娘", "13800138000", false, false, true, true);
        return reports.report(
                null,
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant()));
    }

    private void take(Role role, Unit unit, Step step) {
        var matter = matters.get(COUNTY, receipt.matter());
        matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private String proof() {
        return web.resident(receipt.code(), "8000")
                .get("/m/" + receipt.code() + "/proof.json")
                .body();
    }

    private void midnight() {
        clock.advance(Duration.ofDays(1));
        sealer.run();
    }

    @Test
    void leadsToTheSealsOnTheSameDay() {
        assertThat(check.check(proof()))
                .isNotEmpty()
                .extracting(ProofCheck.Checked::verdict)
                .containsOnly(Verdict.SEALED);
    }

    @Test
    void leadsToThePublishedRootOnTheNext() {
        midnight();

        assertThat(check.check(proof()))
                .isNotEmpty()
                .extracting(ProofCheck.Checked::verdict)
                .containsOnly(Verdict.PUBLISHED);
        assertThat(web.visitor().get("/open/audit?county=" + COUNTY).body())
                .contains(
                        Objects.requireNonNull(check.read(proof()).lines().getFirst().day())
                                .root());
    }

    @Test
    void saysWhatSheWasToldAndNothingThatIsNotHers() {
        assertThat(proof()).contains(ANSWER).doesNotContain("内部备注", "13800138000", "白大娘", "测试");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电线已经架好。=电线没有架好。",
                "\"stage_to\" : \"FOLLOW_UP\"=\"stage_to\" : \"CLOSED\"",
                "\"rows\" : \"=\"rows\" : \"1",
                "\"side\" : \"left\"=\"side\" : \"right\""
            })
    void noticesAProofThatWasChanged(String change) {
        midnight();
        var parts = change.split("=", 2);
        var proof = proof();
        assertThat(proof).contains(parts[0]);

        assertThat(check.check(proof.replace(parts[0], parts[1])))
                .extracting(ProofCheck.Checked::verdict)
                .contains(Verdict.FORGED);
    }

    @Test
    void noticesAProofWhoseDayIsPublishedOtherwise() {
        midnight();
        var proof = proof();
        var line = check.read(proof).lines().getLast();
        var other = "\"county\" : \"150943\"";

        assertThat(line.batch()).containsEntry("county", "150942");
        assertThat(check.check(proof.replace("\"county\" : \"150942\"", other)))
                .extracting(ProofCheck.Checked::verdict)
                .containsOnly(Verdict.FORGED);
    }

    @Test
    void isCheckedByAnybodyOnAPage() {
        midnight();
        var visitor = visitor("/open/audit/check");
        var file = new Visitor.Upload("proof.json", "application/json", bytes(proof()));

        assertThat(visitor.upload("/open/audit/check", "file", file).body())
                .contains("证明是真的", "每一条都能算到公布的总指纹");
        assertThat(visitor.post("/open/audit/check", "proof", proof()).body()).contains("证明是真的");
        assertThat(
                        visitor.post("/open/audit/check", "proof", proof().replace(ANSWER, "没有架好"))
                                .body())
                .contains("对不上");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\":\"wanhu-proof-1\"}",
                "{\"format\":\"wanhu-proof-1\",\"number\":\"1\",\"made\":\"\",\"lines\":[null]}",
                "{\"format\":\"wanhu-proof-1\",\"number\":\"1\",\"made\":\"\",\"lines\":[{}]}",
                "<html>"
            })
    void saysThatSomethingElseIsNoProof(String text) {
        var answer = visitor("/open/audit/check").post("/open/audit/check", "proof", text);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("这不是本系统的证明文件");
    }

    @Test
    void theResidentsPageLeadsToIt() {
        var visitor = web.resident(receipt.code(), "8000");

        assertThat(visitor.get("/m/" + receipt.code()).body()).contains("记录防改动证明");
        assertThat(visitor.get("/m/" + receipt.code() + "/proof").body())
                .contains("下载证明", "总指纹午夜公布");
        assertThat(web.visitor().get("/m/" + receipt.code() + "/proof").status()).isEqualTo(403);
    }

    private Visitor visitor(String path) {
        var visitor = web.visitor();
        visitor.get(path);
        return visitor;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** As the document for outsiders says. */
    @Test
    void opensOnlyTheTextsThatItNames() {
        assertThat(check.read(proof()).lines())
                .flatExtracting(Proof.Line::texts)
                .extracting(Proof.Text::name)
                .isSubsetOf(List.of("told"));
    }

    @Test
    void isCheckedByTheProgramOfTheDocument(@TempDir Path folder) throws Exception {
        midnight();
        Files.writeString(folder.resolve("proof.json"), proof());
        var program = Outsider.block("python");

        assertThat(Outsider.run(folder, "python3", "-c", program, "proof.json"))
                .contains("Reply " + day().root().text());
        Files.writeString(folder.resolve("proof.json"), proof().replace(ANSWER, "没有架好"));
        assertThat(Outsider.run(folder, "python3", "-c", program, "proof.json"))
                .contains("AssertionError");
    }

    @Test
    void theDaysSignatureIsCheckedByTheCommandOfTheDocument(@TempDir Path folder) throws Exception {
        midnight();
        var where = "?county=" + COUNTY + "&day=" + day().date();
        var file = web.visitor().get("/open/audit/day.json" + where).body();
        Files.writeString(folder.resolve("day.json"), file);

        assertThat(web.visitor().get("/open/audit/day" + where).body())
                .contains(day().root().text(), "BEGIN PUBLIC KEY");
        assertThat(Outsider.run(folder, "sh", "-c", Outsider.block("sh")))
                .containsIgnoringCase("verified");
        Files.writeString(
                folder.resolve("day.json"),
                file.replace("\\\"rows\\\":\\\"", "\\\"rows\\\":\\\"9"));
        assertThat(Outsider.run(folder, "sh", "-c", Outsider.block("sh")))
                .containsIgnoringCase("fail");
    }

    private DayStore.Day day() {
        return days.list(COUNTY, LocalDate.of(2030, 1, 1), 1).getFirst();
    }
}
