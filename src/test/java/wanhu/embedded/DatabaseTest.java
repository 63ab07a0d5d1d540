package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.base.CannotStart;

@WanhuTest
class DatabaseTest {
    @Autowired private JdbcClient db;

    @Test
    void isOfTheVersionThatWeNameInTheFolder() {
        var version = db.sql("show server_version").query(String.class).single();

        assertThat(Binaries.VERSION).isEqualTo(version + ".0");
    }

    @Test
    void knowsChineseLetters() {
        var trigrams =
                db.sql("select '农' ~ '[[:alpha:]]' and lower('É') = 'é'")
                        .query(Boolean.class)
                        .single();

        assertThat(trigrams).isTrue();
    }

    @Test
    void theApplicationIsNoSuperuser() {
        var powers =
                db.sql(
                                """
                                select rolsuper or rolcreaterole or rolcreatedb or rolreplication
                                from pg_roles
                                where rolname = current_user
                                """)
                        .query(Boolean.class)
                        .single();

        assertThat(powers).isFalse();
    }

    @Test
    void pagesAreChecksummedAndCompilationOnTheFlyIsOff() {
        assertThat(db.sql("show data_checksums").query(String.class).single()).isEqualTo("on");
        assertThat(db.sql("show jit").query(String.class).single()).isEqualTo("off");
    }

    @Test
    void eachRoomHasAHistoryOfItsOwn() {
        var done =
                db.sql("select count(*) from flyway___root where success and version = '1'")
                        .query(Integer.class)
                        .single();

        assertThat(done).isEqualTo(1);
    }

    @Test
    void aSecondInstanceOnTheSameDirectoryIsToldSo() {
        var taken = Path.of("target", "test-server").toAbsolutePath();

        assertThatThrownBy(() -> DirectoryLock.take(taken))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another instance is using the data directory");
    }

    @Test
    void aDataDirectoryThatIsAFileIsToldInOneSentence() {
        assertThatThrownBy(() -> DirectoryLock.take(Path.of("pom.xml")))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "The data directory pom.xml cannot be made or written (it is a file): give"
                                + " another one with --data DIR.");
    }
}
