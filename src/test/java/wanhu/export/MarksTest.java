package wanhu.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * S31: whoever finds a file reads in it who took it, as which post, when, and the act of the
 * record; and the record says the same. A list that nobody declared does not leave.
 */
@WanhuTest
class MarksTest {
    private static final int COUNTY = 150989;
    private static final Pattern MARK =
            Pattern.compile("导出人：(.+?)（(.+?)）；导出时间：(.{16})；导出记录号：([0-9a-f-]{36})。");

    private static final String BULLETIN = "019a0000-0000-7000-8000-000000150989";

    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired Exports exports;

    @TempDir Path folder;

    private Unit county;
    private Unit township;

    @BeforeEach
    void offices() {
        clock.set("2026-08-17T09:00");
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "水印镇");
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTY_CLERK, /matters/export.csv?lens=AREA, matters",
        "COUNTY_CLERK, /matters/export.xlsx?lens=AREA, matters",
        "COUNTY_CLERK, /projects/export.csv, projects",
        "COUNTY_CLERK, /projects/export.xlsx, projects",
        "COUNTY_CLERK, /supervise/export.xlsx, supervise",
        "COUNTY_CLERK, /letters/export.xlsx, letters",
        "COUNTY_CLERK, /flow.csv, flow",
        "COUNTY_CLERK, /bulletins/{bulletin}/tables.csv, bulletins",
        "COUNTY_CLERK, /bulletins/{bulletin}/tables.xlsx, bulletins",
        "COUNTY_CLERK, /overview/{county}/export.xlsx, overview",
        "COUNTY_CLERK, /topics/export.csv, topics",
        "COUNTY_CLERK, /topics/export.xlsx, topics",
        "AUDITOR, /audit/export.csv, audit"
    })
    void everyFileSaysWhoTookItAndTheRecordSaysSo(Role role, String path, String list)
            throws IOException {
        var actor = staff.actor(role, county);
        var visitor = staff.as(role, county);
        var address = path.replace("{county}", county.id().toString());
        var text = text(visitor.file(address.replace("{bulletin}", bulletin(visitor, path))));

        var mark = MARK.matcher(text);
        assertThat(mark.find()).isTrue();
        assertThat(mark.group(1)).isEqualTo(actor.name());
        assertThat(mark.group(2)).isEqualTo(actor.title());
        assertThat(mark.group(3)).isEqualTo("2026-08-17 09:00");
        assertThat(taken(mark.group(4))).isEqualTo(actor.person() + " EXPORTED " + list);
    }

    /** The county's bulletin of a week that is over, begun where the path asks for one. */
    private String bulletin(Visitor clerk, String path) {
        if (!path.contains("{bulletin}")) {
            return "";
        }
        var begun =
                clerk.post(
                        "/bulletins/new",
                        "command",
                        BULLETIN,
                        "unit",
                        county.id().toString(),
                        "kind",
                        "WEEK",
                        "day",
                        "2026-08-05");
        assertThat(begun.location()).hasValueSatisfying(at -> assertThat(at).contains(BULLETIN));
        return BULLETIN;
    }

    @Test
    void aPrintedSheetBearsItAtTheFootOfEachPage() throws IOException {
        var file = staff.as(Role.TOWNSHIP_CLERK, township).file("/matters/export.xlsx?lens=AREA");

        assertThat(entry(file, "sheet1.xml")).contains("oddFooter", "导出人：");
        assertThat(text(file)).contains("导出说明");
    }

    @Test
    void aListThatNobodyDeclaredDoesNotLeave() {
        Actor actor = staff.actor(Role.COUNTY_CLERK, county);
        var wish = Act.of(Verb.EXPORTED, "households");

        assertThatThrownBy(() -> exports.take(actor, wish, Locale.CHINESE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("vault.refused.other-use"));
    }

    private String taken(String act) {
        return db.sql(
                        """
                        select person || ' ' || verb || ' ' || object
                        from audit.act
                        where county = :county and id = :id
                        """)
                .param("county", COUNTY)
                .param("id", UUID.fromString(act))
                .query(String.class)
                .single();
    }

    private String text(byte[] file) throws IOException {
        return file[0] == 'P' && file[1] == 'K'
                ? entry(file, "")
                : new String(file, StandardCharsets.UTF_8);
    }

    /** Everything that stands in the parts of an Excel file whose names end so. */
    private String entry(byte[] file, String name) throws IOException {
        var kept = Files.write(folder.resolve("taken.xlsx"), file);
        var text = new StringBuilder();
        try (var zip = new ZipFile(kept.toFile())) {
            for (var part : Collections.list(zip.entries())) {
                if (part.getName().endsWith(name)) {
                    var bytes = zip.getInputStream(part).readAllBytes();
                    text.append(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return HtmlUtils.htmlUnescape(text.toString());
    }
}
