package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.vault.Resealing;
import wanhu.vault.Vault;

/** A new key of the vault is taken into use while everybody works. */
@WanhuTest
class KeyRotationTest {
    private static final int COUNTY = 150593;

    @Autowired Staff staff;
    @Autowired Vault vault;
    @Autowired List<Resealing> rooms;
    @Autowired JdbcClient db;

    @Test
    void bringsEveryContactUnderTheNewKeyAndOpensItAsBefore() {
        var id = Ids.next();
        var before = vault.seal(Receipts.PHONE, id, "13812341234");
        var visitor = staff.as(Role.SECURITY, staff.county(COUNTY));
        visitor.get("/admin/keys");

        assertThat(visitor.post("/admin/keys").location().orElse("")).contains("key-made");
        rooms.forEach(KeyRotationTest::resealAll);

        var after = vault.anew(Receipts.PHONE, id, before);
        assertThat(after).startsWith(vault.currentPrefix()).isNotEqualTo(before);
        assertThat(vault.open(Receipts.PHONE, id, after)).isEqualTo("13812341234");
        assertThat(underOldKeys()).isZero();
    }

    @Test
    void leavesADamagedValueAlone() {
        assertThat(vault.anew(Receipts.PHONE, Ids.next(), "v1.k1.AAAA")).isEqualTo("v1.k1.AAAA");
    }

    @Test
    void isNoActOfATownship() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "换钥镇" + Ids.next());
        Visitor visitor = staff.as(Role.SECURITY, township);
        visitor.get("/admin/keys");

        assertThat(visitor.post("/admin/keys").status()).isEqualTo(403);
    }

    /** Values that never were sealed, which tests of speed write, don't count. */
    private long underOldKeys() {
        return db.sql(
                        """
                        -- every county
                        select count(*)
                        from matter.requester
                        where phone_sealed ~ '^[vg]1[.]k' and not starts_with(phone_sealed, :current)
                        """)
                .param("current", vault.currentPrefix())
                .query(Long.class)
                .single();
    }

    private static void resealAll(Resealing room) {
        var at = room.reseal(Resealing.Place.START, 100);
        while (at.isPresent()) {
            at = room.reseal(at.get(), 100);
        }
    }
}
