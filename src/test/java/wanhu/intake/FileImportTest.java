package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import wanhu.Large;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Files of reports are judged, imported once, and taken up again after a stop. */
@Large
@WanhuTest
class FileImportTest {
    private static final int COUNTY = 150943;
    private static final Path MESSAGES =
            Path.of("../shared/data/messages/messages_unlabelled.jsonl");

    @Autowired Staff staff;
    @Autowired FileImports imports;
    @Autowired FileImportRun run;
    @Autowired FileImportStore store;
    @Autowired JdbcClient db;
    @TempDir Path folder;

    private Unit village;
    private Actor actor;

    @BeforeEach
    void places() {
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        actor = staff.actor(Role.COUNTY_CLERK, county);
    }

    private FileImport checked(String text) throws IOException {
        return checked(text, "来源" + Ids.next());
    }

    private FileImport checked(String text, String source) throws IOException {
        var file = Files.writeString(folder.resolve("f" + Ids.next()), text);
        return checked(file, source);
    }

    private FileImport checked(Path file, String source) {
        var into = new FileImport.Into(source, village);
        return imports.check(actor, new FileImports.Upload(file, "f.csv", into), Locale.CHINESE);
    }

    private FileImport imported(FileImport file) {
        store.start(file, file.times().made());
        run.run(file);
        return imports.get(actor, file.id());
    }

    private long matters() {
        return db.sql("select count(*) from matter.matter where county = :county")
                .param("county", COUNTY)
                .query(Long.class)
                .single();
    }

    @Test
    void namesEveryBadRowWithItsReason() throws IOException {
        var file =
                checked(
                        """
                        编号,标题,内容,时间,地点代码,诉求类型,类别,电话
                        1,路灯坏了,村东头,2020-01-06 12:09:38,,求助,路灯,13800138000
                        2,,,,,,,
                        3,好标题,,昨天,,,,
                        4,好标题,,,999999999999,,,
                        5,好标题,,,,闲聊,,
                        6,好标题,,,,,没有的类别,
                        7,好标题,,,,,,12
                        1,路灯又坏了,,,,,,
                        8,%s,,,,,,
                        """
                                .formatted("长".repeat(101)));

        assertThat(file.counts()).isEqualTo(new FileImport.Counts(9, 8, 0, 0));
        assertThat(String.join("|", file.faultsFirst()))
                .contains("3\t标题和内容都没有写", "4\t时间写法不对", "5\t没有代码为“999999999999”", "6\t没有“闲聊”")
                .contains("7\t没有“没有的类别”", "8\t电话号码不对", "9\t和第 2 行是同一条", "10\t标题最多");
    }

    @Test
    void importsTheGoodRowsAndNothingTwice() throws IOException {
        var source = "来源" + Ids.next();
        var text =
                """
                {"id":"a","title":"一","time":"2020-01-06 11:29:11","body":"第一件"}
                not json
                {"id":"b","title":"二","body":"第二件 𬭎","pii":""}
                """;
        long before = matters();

        var first = imported(checked(text, source));
        assertThat(first.state()).isEqualTo(FileImport.State.DONE);
        assertThat(first.counts()).isEqualTo(new FileImport.Counts(3, 1, 3, 2));
        var second = imported(checked(text, source));
        assertThat(second.counts().fresh()).isZero();
        assertThat(matters()).isEqualTo(before + 2);
    }

    @Test
    void anImportedMatterHasNumberClockLineAndCodeLikeAnyOther() throws IOException {
        var title = "导入" + Ids.next();
        imported(checked("标题,时间\n" + title + ",2020-01-06 12:09:38\n"));

        var found =
                db.sql(
                                """
                                select m.number || ' ' || m.due_clock || ' ' || s.step || ' ' || s.by_kind || ' '
                                    || (select count(*) from promise.clock c where c.county = m.county and c.subject_id = m.id)
                                    || (select count(*) from matter.requester r where r.county = m.county and r.matter_id = m.id)
                                from matter.matter m
                                join matter.step s on s.county = m.county and s.matter_id = m.id
                                where m.county = :county and m.title = :title
                                """)
                        .param("county", COUNTY)
                        .param("title", title)
                        .query(String.class)
                        .single();
        assertThat(found).matches("150943-20260803-\\d{4,} ADMIT Register ON_BEHALF 11");
    }

    @Test
    void goesOnAfterAStopWithoutLosingOrDoublingARow() throws IOException {
        var rows =
                IntStream.rangeClosed(1, 1_700)
                        .mapToObj(row -> row + ",第 " + row + " 件")
                        .collect(Collectors.joining("\n", "编号,标题\n", "\n"));
        var file = checked(rows);
        long before = matters();
        store.start(file, file.times().made());
        db.sql(
                        "update intake.import set rows_done = 1000, rows_new = 1000 where county = :county and id = :id")
                .param("county", COUNTY)
                .param("id", file.id())
                .update();

        run.run(file);
        assertThat(matters()).isEqualTo(before + 700);
        store.start(file, file.times().made());
        store.keep(COUNTY, file.id(), Files.writeString(folder.resolve("again"), rows));
        db.sql("update intake.import set rows_done = 0 where county = :county and id = :id")
                .param("county", COUNTY)
                .param("id", file.id())
                .update();
        run.run(file);
        assertThat(matters()).isEqualTo(before + 1_700);
    }

    @Test
    void stopsWhenItIsCancelled() throws IOException {
        var file = checked("标题\n一件事\n");
        store.start(file, file.times().made());
        run.cancel(file);

        run.run(file);
        assertThat(imports.get(actor, file.id()).state()).isEqualTo(FileImport.State.CANCELLED);
    }

    @Test
    void answersAnExcelWithAHundredThousandBadRowsAndNamesThemAll() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("s");
            sheet.value(0, 0, "标题");
            sheet.value(0, 1, "时间");
            for (int row = 1; row <= 100_000; row++) {
                sheet.value(row, 0, "标题" + row);
                sheet.value(row, 1, "gestern");
            }
        }
        var excel = Files.write(folder.resolve("bad.xlsx"), bytes.toByteArray());
        long begun = System.nanoTime();
        var file = checked(excel, "bad" + Ids.next());
        System.out.println(
                "100,000 bad rows of Excel judged in ms: "
                        + (System.nanoTime() - begun) / 1_000_000);

        assertThat(file.counts().bad()).isEqualTo(100_000);
        assertThat(file.faultsFirst()).hasSize(FileImports.FAULTS_SHOWN_MAX);
    }

    @Test
    void importsTheRealMessagesWhereTheyAreAtHand() {
        if (!Files.exists(MESSAGES)) {
            System.out.println("SKIPPED ALOUD: no " + MESSAGES);
            return;
        }
        var file = imported(checked(MESSAGES, "messages" + Ids.next()));

        assertThat(file.counts().total()).isEqualTo(1_296);
        assertThat(file.counts().fresh()).isEqualTo(file.counts().good());
    }

    @Test
    void importsAThousandRowsASecond() throws IOException {
        int rows = Integer.getInteger("wanhu.import.rows", 5_000);
        var bodies = bodies();
        var text =
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> line(row, bodies.get(row % bodies.size())))
                        .collect(Collectors.joining("\n"));
        var file = checked(text);
        long begun = System.nanoTime();
        imported(file);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("Imported rows a second: " + rows * 1000L / millis);

        assertThat(imports.get(actor, file.id()).counts().fresh()).isEqualTo(rows);
    }

    /** Texts of real messages where they are at hand: they have many more words than invented. */
    private static List<String> bodies() throws IOException {
        if (!Files.exists(MESSAGES)) {
            System.out.println("SKIPPED ALOUD: no " + MESSAGES + "; invented rows instead");
            return List.of("两千亩地没有通电，浇地只能烧柴油。".repeat(12));
        }
        try (var lines = Files.lines(MESSAGES)) {
            return lines.map(each -> JsonMapper.shared().readTree(each).get("body").asString())
                    .toList();
        }
    }

    private static String line(int row, String body) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("id", "" + row, "title", "第 " + row + " 件事", "body", body));
    }
}
