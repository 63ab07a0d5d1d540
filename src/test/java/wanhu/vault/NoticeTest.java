package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * What residents were told of their data holds (attack S41): the register changes only together
 * with a new version of the notice, and a version that was once shown never changes.
 */
class NoticeTest {
    private static final Properties KEPT = properties("wanhu/notices.properties");
    private static final Properties CHINESE = properties("wanhu/vault/words_zh.properties");
    private static final Properties ENGLISH = properties("wanhu/vault/words_en.properties");

    /**
     * Fails when a kind of data, a purpose, a time or a list with personal data was added or
     * changed. Then write a new version of the notice ({@code vault.notice.N.*}, {@code
     * Notice.items}, {@code PrivacyNotices.NEWEST}) and keep its digest in {@code
     * notices.properties}.
     */
    @Test
    void theRegisterIsTheOneThatTheNewestNoticeTellsOf() {
        assertThat(digest(register()))
                .isEqualTo(KEPT.getProperty(PrivacyNotices.NEWEST + ".register"));
    }

    @Test
    void aVersionThatWasShownNeverChanges() {
        assertThat(IntStream.rangeClosed(1, PrivacyNotices.NEWEST).mapToObj(NoticeTest::told))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PrivacyNotices.NEWEST)
                                .mapToObj(number -> KEPT.getProperty(number + ".text"))
                                .toList());
    }

    @Test
    void aChangedPurposeIsAnotherRegister() {
        assertThat(digest(register().replace("CHECK_FACTS", "HANDLE")))
                .isNotEqualTo(KEPT.getProperty(PrivacyNotices.NEWEST + ".register"));
    }

    private static String told(int number) {
        var text = new StringBuilder();
        for (String item : new Notice(number, null).items()) {
            var key = "vault.notice." + number + "." + item;
            text.append(CHINESE.getProperty(key)).append('\n');
            text.append(ENGLISH.getProperty(key)).append('\n');
        }
        return digest(text.toString());
    }

    private static String register() {
        var text = new StringBuilder();
        for (PersonalField field : PersonalField.values()) {
            text.append(field)
                    .append(' ')
                    .append(field.whose())
                    .append(' ')
                    .append(field.kept())
                    .append(' ')
                    .append(field.basis())
                    .append(' ')
                    .append(field.purposes())
                    .append(' ');
            for (String part : new String[] {"what", "why", "long"}) {
                var key = "vault.personal." + field + "." + part;
                text.append(CHINESE.getProperty(key)).append(' ');
                text.append(ENGLISH.getProperty(key)).append(' ');
            }
            text.append('\n');
        }
        var lists = new TreeMap<>(properties("wanhu/personal-lists.properties"));
        lists.values().removeIf("-"::equals);
        lists.forEach((list, use) -> text.append(list).append(' ').append(use).append('\n'));
        return text.toString();
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    private static Properties properties(String name) {
        var lines = new Properties();
        try (var in = new ClassPathResource(name).getInputStream()) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }
}
