package wanhu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.CannotStart;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.crypto.Suite;

/** The vault as other rooms use it. */
@WanhuTest
class VaultTest {
    private static final String FIELD = "matter.requester.phone";

    @Autowired Vault vault;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;
    @Autowired Audit audit;

    @Test
    void recordsWhoReadWhatAndWhy() {
        var row = Ids.next();
        var sealed = vault.seal(FIELD, row, "13812341234");

        var plain = vault.reveal(actor(), why(" 回访核实 "), new Vault.Sealed(FIELD, row, sealed));

        assertThat(plain).isEqualTo("13812341234");
        assertThat(
                        db.sql("select purpose from vault.view where row = :row")
                                .param("row", row)
                                .query(String.class)
                                .list())
                .containsExactly("回访核实");
    }

    @Test
    void showsNothingWithoutAPurpose() {
        var row = Ids.next();
        var sealed = new Vault.Sealed(FIELD, row, vault.seal(FIELD, row, "13812341234"));

        assertThatThrownBy(() -> vault.reveal(actor(), why(" "), sealed))
                .isInstanceOf(Refused.class);
    }

    @Test
    void showsNothingForAPurposeForWhichItWasNotGiven() {
        var row = Ids.next();
        var sealed = new Vault.Sealed(FIELD, row, vault.seal(FIELD, row, "13812341234"));

        assertThatThrownBy(() -> vault.reveal(actor(), new Stated(Purpose.OVERSEE, "统计"), sealed))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("vault.refused.other-use"));
        assertThatThrownBy(() -> Stated.of("MARKETING", "推广"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.word()).isEqualTo("vault.refused.use"));
    }

    private static Stated why(String said) {
        return new Stated(Purpose.FOLLOW_UP, said);
    }

    @Test
    void takesNoMaskedValueForAPlainOne() {
        assertThatThrownBy(() -> vault.seal(FIELD, Ids.next(), "138****1234"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void keepsTheRecordOfViewsAsItIs() {
        var row = Ids.next();
        vault.reveal(
                actor(), why("核实"), new Vault.Sealed(FIELD, row, vault.seal(FIELD, row, "12345")));

        assertThatThrownBy(() ->
                        db.sql("delete from vault.view where row = :row")
                                .param("row", row)
                                .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void startsOnlyWithTheKeysThatSealed(@TempDir Path folder) {
        var others = new KeyFile(folder.resolve("vault.keys")).make(Suite.STANDARD);

        assertThatThrownBy(() -> new Vault(KeyRing.fixed(others), db, clock, audit))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void makesAKeyFileThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        var path = folder.resolve("vault.keys");
        var made = new KeyFile(path).make(Suite.STANDARD);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(new KeyFile(path).read().text()).isEqualTo(made.text());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new KeyFile(path).read()).isInstanceOf(CannotStart.class);
    }

    private static Actor actor() {
        return new Actor(
                150584,
                UUID.fromString("01980000-0000-7000-8000-000000000001"),
                UUID.fromString("01980000-0000-7000-8000-000000000002"),
                Role.FOLLOW_UP,
                UUID.fromString("01980000-0000-7000-8000-000000000003"),
                OrgPath.ofDivision("150584"),
                "测试",
                "测试县 · 回访");
    }
}
