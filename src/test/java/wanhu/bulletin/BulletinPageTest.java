package wanhu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a bulletin writes what it shows. */
class BulletinPageTest {
    @Test
    void aLongNameIsCutBesideItsBar() {
        assertThat(BulletinPage.brief("农牧业生产")).isEqualTo("农牧业生产");
        assertThat(BulletinPage.brief("长".repeat(400))).hasSize(10).endsWith("…");
        assertThat(Stream.of("𠮷".repeat(30)).map(BulletinPage::brief).toList())
                .containsExactly("𠮷".repeat(9) + "…");
    }
}
