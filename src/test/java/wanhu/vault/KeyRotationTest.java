package wanhu.vault;

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

/** A new key of the vault is taken into use while everybody works. */
@WanhuTest
class KeyRotationTest {
    private static final int COUNTY = 150593;
    private static final String PHONE = "matter.requester.phone";

    @Autowired Staff staff;
    @Autowired Vault vault;
    @Autowired List<SealedColumn> columns;
    @Autowired ResealTick tick;
    @Autowired JdbcClient db;

    @Test
    void bringsEveryContactUnderTheNewKeyAndOpensItAsBefore() {
        var id = Ids.next();
        var before = vault.seal(PHONE, id, "13812341234");
        var visitor = staff.as(Role.SECURITY, staff.county(COUNTY));
        visitor.get("/admin/keys");

        assertThat(visitor.post("/admin/keys").location().orElse("")).contains("key-made");
        tick.run();

        var after = vault.anew(PHONE, id, before);
        assertThat(after).startsWith(vault.currentPrefix()).isNotEqualTo(before);
        assertThat(vault.open(PHONE, id, after)).isEqualTo("13812341234");
        assertThat(columns)
                .extracting(SealedColumn::table)
                .contains("people.person", "factor.totp");
        assertThat(columns).allSatisfy(each -> assertThat(underOldKeys(each)).isZero());
    }

    @Test
    void leavesADamagedValueAlone() {
        assertThat(vault.anew(PHONE, Ids.next(), "v1.k1.AAAA")).isEqualTo("v1.k1.AAAA");
    }

    @Test
    void isNoActOfATownship() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "换钥镇" + Ids.next());
        Visitor visitor = staff.as(Role.SECURITY, township);
        visitor.get("/admin/keys");

        assertThat(visitor.post("/admin/keys").status()).isEqualTo(403);
    }

    /** Values that never were sealed, which tests of speed write, don't count. */
    private long underOldKeys(SealedColumn column) {
        return db.sql(
                        """
                        -- every county
                        select count(*)
                        from %1$s
                        where %2$s ~ '^[vg]1[.]k' and not starts_with(%2$s, :current)
                        """
                                .formatted(column.table(), column.column()))
                .param("current", vault.currentPrefix())
                .query(Long.class)
                .single();
    }
}
