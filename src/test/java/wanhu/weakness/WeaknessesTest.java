package wanhu.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An invented list of advisories, and four invented components. */
class WeaknessesTest {
    private static final Path INVENTED = Path.of("src/test/resources/wanhu/weakness");
    private static final Path SBOM = INVENTED.resolve("sbom.json");
    private static final LocalDate TODAY = LocalDate.parse("2026-08-03");
    private static final int BOMB_BYTES = 17 << 20;

    @TempDir private Path folder;

    @Test
    void findsWhatIsWeakAndNothingElse() throws Exception {
        var said = look("", archive());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.lines())
                .containsExactly(
                        "5 components compared with 8 advisories, of which 7 speak of them, the newest of 2026-07-08, 26 days ago.",
                        "FOUND org.example:lamp 1.10.0: OSV-2026-1 CVE-2026-11111; HIGH; The lamp burns whoever lights it; fixed in 1.10.1",
                        "FOUND org.example:wick 2.0: OSV-2026-3; CVSS:3.1/AV:N; The wick goes out; not fixed in any version",
                        "FOUND org.example:oil 1.0: OSV-2026-6 CVE-2026-66666; severity not said; Oil of one year; not fixed in any version",
                        "FOUND lantern 3.0.0: OSV-2026-5; severity not said; The lantern is a browser's; fixed in 3.0.1",
                        "Not in order: raise the version, or accept it with a day and a reason in .ci/weaknesses.properties.");
    }

    @Test
    void aFolderSaysWhatItsArchiveSays() throws Exception {
        assertThat(look("", INVENTED.resolve("list"))).isEqualTo(look("", archive()));
    }

    @Test
    void whatIsAcceptedIsShownAndFailsNothingUntilItsDayIsOver() throws Exception {
        var lines =
                """
                OSV-2026-1 = 2026-08-03 nobody lights it
                OSV-2026-3 = 2026-08-04 we have no wick
                CVE-2026-66666 = 2027-08-03 burnt long ago
                OSV-2026-5 = 2026-12-31 not shown
                OSV-2026-7 = 2026-12-31 never found
                """;

        var said = look(lines, archive());

        assertThat(said.code()).isZero();
        assertThat(said.lines())
                .contains("    until 2027-08-03: burnt long ago", "No longer needed: OSV-2026-7");
        assertThat(said.lines()).noneMatch(line -> line.startsWith("FOUND"));

        var later = look(lines, archive(), TODAY.plusDays(1));
        assertThat(later.code()).isEqualTo(1);
        assertThat(later.lines())
                .contains("    was accepted until 2026-08-03: nobody lights it")
                .filteredOn(line -> line.startsWith("FOUND"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2027-08-04 for ever", "2026-12-31", "because", "''"})
    void nothingIsAcceptedForEverOrWithoutAReason(String line) throws Exception {
        var said = look("OSV-2026-1 = " + line, archive());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.lines().getFirst()).startsWith("OSV-2026-1 is accepted without a day");
    }

    @Test
    void warnsOfAnOldListAndOfOneThatSaysNothingOfAnEcosystem() throws Exception {
        var maven = Files.createDirectory(folder.resolve("maven"));
        Files.copy(INVENTED.resolve("list/OSV-2026-2.json"), maven.resolve("OSV-2026-2.json"));

        var said = look("", maven);

        assertThat(said.code()).isZero();
        assertThat(said.lines())
                .contains(
                        "WARNING: nothing of the last 32 days is in this list: get a newer one.",
                        "WARNING: no advisory of npm is in the lists; not compared: lantern 3.0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|1.0|false",
                "[{'introduced':'0'}]|0-alpha|true",
                "[{'introduced':'1.0'}]|1.0-rc1|false",
                "[{'introduced':'1.0'}]|1.0.0|true",
                "[{'introduced':'0'},{'fixed':'1.10'}]|1.9|true",
                "[{'introduced':'0'},{'fixed':'1.10'}]|1.10|false",
                "[{'introduced':'0'},{'fixed':'1.10'}]|1.10-SNAPSHOT|true",
                "[{'introduced':'0'},{'last_affected':'2.0'}]|2.0.RELEASE|true",
                "[{'introduced':'0'},{'last_affected':'2.0'}]|2.0.1|false",
                "[{'fixed':'3.2'},{'introduced':'3.0'},{'introduced':'0'},{'fixed':'2.5'}]|2.6|false",
                "[{'fixed':'3.2'},{'introduced':'3.0'},{'introduced':'0'},{'fixed':'2.5'}]|3.1|true",
                "[{'introduced':'0'},{'limit':'2.0'}]|1.9|true",
                "[{'introduced':'0'},{'limit':'2.0'}]|2.0|false",
                "[{'introduced':'0'},{'limit':'*'}]|2.0|true",
                "[{'introduced':'1.0'},{'last_affected':'1.0'}]|1.0|true",
                "[{'introduced':'1.0'},{'fixed':'1.0'}]|0.9|false",
            })
    void countsTheEdgesOfARangeAsItsFormSays(String events, String version, boolean weak) {
        var ranges =
                "[{'type':'ECOSYSTEM','events':%s},{'type':'GIT','events':[{'introduced':'0'}]}]"
                        .formatted(events)
                        .replace('\'', '"');

        assertThat(Range.all(new JsonMapper().readTree(ranges), Ecosystem.MAVEN))
                .singleElement()
                .extracting(range -> range.holds(version))
                .isEqualTo(weak);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-alpha,1.0.0-alpha.1",
        "1.0.0-alpha.1,1.0.0-beta",
        "1.0.0-beta.2,1.0.0-beta.11",
        "1.0.0-9,1.0.0-a",
        "1.0.0-rc.1,1.0.0",
        "1.9.0,1.10.0",
    })
    void versionsOfNpmComeInTheOrderOfSemanticVersioning(String before, String after) {
        assertThat(Ecosystem.NPM.order().compare(before, after)).isNegative();
        assertThat(Ecosystem.NPM.order().compare(after, before)).isPositive();
        assertThat(Ecosystem.NPM.order().compare(after, after + "+build")).isZero();
    }

    @Test
    void aListThatIsMissingEmptyOrDamagedIsNoGoodNews() throws Exception {
        var empty = Files.createDirectory(folder.resolve("empty"));
        var torn = folder.resolve("torn.zip");
        var whole = Files.readAllBytes(archive());
        Files.write(torn, Arrays.copyOf(whole, whole.length / 2));

        assertThat(refusal(folder.resolve("nowhere.zip"))).endsWith("is not there.");
        assertThat(refusal(empty)).endsWith("holds no advisory: no file *.json.");
        assertThat(refusal(torn)).contains("it seems damaged");
        assertThat(refusal(archive("x.json", "{\"id\":".getBytes(StandardCharsets.UTF_8))))
                .contains("is damaged");
        assertThat(refusal(archive("x.json", "{}".getBytes(StandardCharsets.UTF_8))))
                .contains("has no number");
    }

    @Test
    void aByteThatChangedInAnArchiveIsNoticed() throws Exception {
        var list = archive();
        var bytes = Files.readAllBytes(list);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("1.10.1") + 2] = '0';
        Files.write(list, bytes);

        assertThat(refusal(list)).contains("does not have its sum");
    }

    @Test
    void anArchiveThatMeansHarmIsRefused() throws Exception {
        var deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(archive("bomb.json", new byte[BOMB_BYTES]))).contains("more than 16 MB");
        assertThat(refusal(archive("deep.json", deep))).contains("is damaged");
    }

    private String refusal(Path list) throws IOException {
        var said = look("", list);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.lines()).hasSize(2).last().isEqualTo("Nothing was compared.");
        return said.lines().getFirst();
    }

    private Weaknesses.Said look(String accepted, Path list) throws IOException {
        return look(accepted, list, TODAY);
    }

    private Weaknesses.Said look(String accepted, Path list, LocalDate today) throws IOException {
        var file = Files.writeString(folder.resolve("accepted.properties"), accepted);
        return Weaknesses.look(new Weaknesses.Asked(file, List.of(SBOM), List.of(list)), today);
    }

    private Path archive() throws IOException {
        var made = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(made));
                var files = Files.list(INVENTED.resolve("list"))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
        return made;
    }

    private Path archive(String name, byte[] content) throws IOException {
        var made = folder.resolve("one.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(made))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return made;
    }
}
