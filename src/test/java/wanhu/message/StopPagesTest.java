package wanhu.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Actor;
import wanhu.vault.Vault;

/** Mail is ended from the mail itself (RFC 8058), by who got it and by nobody else. */
@WanhuTest
class StopPagesTest {
    @Autowired MessageCounty county;
    @Autowired Addresses addresses;
    @Autowired StopWords words;
    @Autowired Vault vault;
    @Autowired Web web;

    private Actor reader() {
        var clerk = county.townshipClerk();
        addresses.save(clerk, "clerk@example.gov.cn", false, "zh");
        return clerk;
    }

    private String path(Actor reader) {
        return StopWords.PATH + words.word(new StopWords.Reader(reader.county(), reader.person()));
    }

    private boolean wantsMail(Actor reader) {
        return addresses.find(reader.county(), reader.person()).isPresent();
    }

    @Test
    void openingThePageEndsNothingAndItsButtonDoes() {
        var reader = reader();
        var visitor = web.visitor();

        assertThat(visitor.get(path(reader)).body()).contains("不再接收工作邮件");
        assertThat(wantsMail(reader)).isTrue();
        assertThat(visitor.post(path(reader)).body()).contains("已停止发送邮件");
        assertThat(wantsMail(reader)).isFalse();
    }

    @Test
    void aMailProgramEndsItWithOnePostThatBringsNothing() throws Exception {
        var reader = reader();
        var post =
                HttpRequest.newBuilder(URI.create(web.address() + path(reader)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build();

        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        assertThat(wantsMail(reader)).isFalse();
    }

    @Test
    void aWordThatWeDidNotMakeEndsNothing() {
        var reader = reader();
        var word = path(reader);
        var other = word.substring(0, word.length() - 4) + "AAAA";
        var visitor = web.visitor();

        for (var forged : new String[] {other, StopWords.PATH + "x", StopWords.PATH + "!!"}) {
            assertThat(visitor.get(forged).status()).isEqualTo(404);
            assertThat(visitor.post(forged).status()).isEqualTo(404);
        }
        assertThat(wantsMail(reader)).isTrue();
    }

    @Test
    void withoutAnOriginThereIsNoSuchAddress() {
        var reader = county.townshipClerk();

        assertThat(new StopWords(vault, "").href(reader.county(), reader.person())).isEmpty();
        assertThat(
                        new StopWords(vault, "https://minqing.example.cn/")
                                .href(reader.county(), reader.person()))
                .startsWith("https://minqing.example.cn/mail/stop/");
    }
}
