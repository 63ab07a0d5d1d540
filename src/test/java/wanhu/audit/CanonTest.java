package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.SealedRow;
import wanhu.crypto.Suite;

class CanonTest {
    private static final Hasher SHA_256 = Hasher.of(Suite.STANDARD);
    private static final UUID ID = UUID.fromString("019890f4-0c00-7000-8000-000000000001");
    private static final UUID SALT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void writesNamesInOrderWithoutSpaces() {
        assertThat(Canon.json(Map.of("b", "2", "a", "1", "c", "")))
                .isEqualTo("{\"a\":\"1\",\"b\":\"2\",\"c\":\"\"}");
    }

    @Test
    void writesNothingAsAnEmptyObject() {
        assertThat(Canon.json(Map.of())).isEqualTo("{}");
    }

    /** RFC 8785, 3.2.2.2: the string of its example, and Chinese as it is. */
    @Test
    void escapesWhatJcsEscapesAndNothingElse() {
        assertThat(Canon.json(Map.of("a", "€$\u000f\nA'B\"\\\\\"/\u007f九\ud83d\ude00")))
                .isEqualTo("{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f九\ud83d\ude00\"}");
    }

    @Test
    void everyTextComesBackFromIt() {
        var random = new Random(8785);
        var mapper = JsonMapper.builder().build();
        for (int round = 0; round < 500; round++) {
            var fields = new TreeMap<String, String>();
            for (int field = random.nextInt(5); field >= 0; field--) {
                fields.put("f" + field, text(random));
            }
            assertThat(mapper.readValue(Canon.json(fields), Map.class)).isEqualTo(fields);
        }
    }

    @Test
    void anEventIsOneLineWhateverItsTextsSay() {
        var forged = "x\r\n{\"kind\":\"act\"}\u2028";

        assertThat(Canon.json(Map.of("reason", forged)).lines()).hasSize(1);
    }

    @Test
    void aRowShowsItsTextsOnlyAsDigests() {
        var fields = Canon.fields(SHA_256, row("张三 13800138000"));

        assertThat(fields).containsOnlyKeys("kind", "id", "reason");
        assertThat(fields.get("reason")).matches("[0-9a-f]{64}");
    }

    /** The numbers that the document for outsiders gives. */
    @Test
    void theExampleOfTheDocumentIsTrue() {
        var row = row("因病致贫核查");

        assertThat(Canon.salt(SHA_256, SALT, "reason").text())
                .isEqualTo("269183e00acddaccd4a248c7df9042247af740a9590f5ae870e50dc892b727ea");
        assertThat(Canon.json(Canon.fields(SHA_256, row)))
                .isEqualTo(
                        "{\"id\":\"019890f4-0c00-7000-8000-000000000001\",\"kind\":\"act\",\"reason\":\"a465e69c69d1df17a971e6c9cc5848cd194b36b8563ea855d3cc8ca70c89fbcb\"}");
        assertThat(Canon.leaf(SHA_256, row).text())
                .isEqualTo("750c594efe4b1b0b0c1311e2a3f2116f7f6518bdd195f372e672305493570261");
    }

    @Test
    void oneTextOfARowTellsNothingOfTheOthers() {
        assertThat(Canon.salt(SHA_256, SALT, "told"))
                .isNotEqualTo(Canon.salt(SHA_256, SALT, "note"));
        assertThat(Canon.digest(SHA_256, Canon.salt(SHA_256, SALT, "told"), "好"))
                .isNotEqualTo(Canon.digest(SHA_256, Canon.salt(SHA_256, SALT, "note"), "好"));
    }

    private static SealedRow row(String reason) {
        return new SealedRow(
                150_526,
                800,
                ID,
                Instant.parse("2026-08-03T01:00:00Z"),
                Map.of("kind", "act", "id", ID.toString()),
                Map.of("reason", reason),
                SALT);
    }

    private static String text(Random random) {
        var bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
