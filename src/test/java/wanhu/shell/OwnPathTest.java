package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page may lead back to (CWE-601); found in part by a scanner. */
class OwnPathTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/desk, /desk",
        "/matters?state=OPEN&q=%E4%BA%95#row-3, /matters?state=OPEN&q=%E4%BA%95#row-3",
        "/matters?q=井, /matters?q=%E4%BA%95",
        "/m/../desk, /desk",
        "/a/..//elsewhere.example, /elsewhere.example",
        "/.//elsewhere.example, /elsewhere.example",
    })
    void aPathOfOursIsKept(String wish, String path) {
        assertThat(OwnPath.or(wish, "/other")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "desk",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "/../../../etc/passwd",
                "/..",
                "/a/../../b",
                "/desk\r\nSet-Cookie: a=b",
                "/desk<script>",
                "/desk a",
                "/%zz"
            })
    void whatLeadsElsewhereOrNowhereIsNot(String wish) {
        assertThat(OwnPath.or(wish, "/other")).isEqualTo("/other");
    }
}
