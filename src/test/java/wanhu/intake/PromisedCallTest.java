package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.life.Matter;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What the desk sends twice, with a call that was promised, is promised once. */
@WanhuTest
class PromisedCallTest {
    private static final int COUNTY = 154804;
    private static final String WHEN = "2026-08-10T09:00";

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired JdbcClient db;

    private Unit village;
    private Visitor desk;

    @BeforeEach
    void people() {
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        desk = staff.as(Role.PHONE_DESK, county);
        desk.get("/desk/new");
    }

    private String[] form(UUID command, String phone, String... more) {
        var form =
                new String[] {
                    "command",
                    command.toString(),
                    "channel",
                    "PHONE",
                    "place",
                    village.code(),
                    "category",
                    "road.lamp",
                    "kind",
                    "HELP",
                    "text",
                    "村东头路灯坏了。",
                    "phone",
                    phone,
                    "act",
                    "REGISTER"
                };
        var whole = java.util.Arrays.copyOf(form, form.length + more.length);
        System.arraycopy(more, 0, whole, form.length, more.length);
        return whole;
    }

    private Matter told(String phone) {
        var contact = new Report.Contact("白大娘", phone, false, false, true, true);
        return residents.told(village, Residents.help("road.lamp", "路灯坏了", "三天了。"), contact);
    }

    private int owed() {
        return count("select count(*) from callback.call where county = :county");
    }

    private int acts() {
        return count(
                "select count(*) from audit.act where county = :county and verb = 'CALL_PROMISED'");
    }

    private int count(String said) {
        return Wall.whole(() -> db.sql(said).param("county", COUNTY).query(Integer.class).single());
    }

    @Test
    void withANewMatterAndTheSecondSendingIsAnsweredByTheReceiptOfTheFirst() {
        int before = owed();
        int recorded = acts();
        var command = Ids.next();
        var first = desk.post("/desk/new", form(command, "13800138061", "callBack", WHEN));
        var again =
                desk.post(
                        "/desk/new", form(command, "13800138061", "callBack", "2026-08-01T09:00"));

        assertThat(again.location()).isPresent().isEqualTo(first.location());
        assertThat(owed()).isEqualTo(before + 1);
        assertThat(acts()).isEqualTo(recorded + 1);
    }

    @Test
    void toWhoJoinsAMatter() {
        var into = told("13800138062").id().toString();
        int before = owed();
        var form = form(Ids.next(), "13800138063", "into", into, "seen", "true", "callBack", WHEN);
        desk.post("/desk/new", form);
        desk.post("/desk/new", form);

        assertThat(owed()).isEqualTo(before + 1);
    }

    @Test
    void toWhoAddsToHerMatter() {
        var more = told("13800138064").id().toString();
        int before = owed();
        var form = form(Ids.next(), "13800138064", "more", more, "callBack", WHEN);
        desk.post("/desk/new", form);
        desk.post("/desk/new", form);

        assertThat(owed()).isEqualTo(before + 1);
    }
}
