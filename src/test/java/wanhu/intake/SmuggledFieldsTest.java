package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Fields that no form has (CWE-915), and scripts in the fields that it has (CWE-79). */
@WanhuTest
class SmuggledFieldsTest {
    private static final int COUNTY = 150_965;
    private static final Pattern CODE = Pattern.compile("/m/(\\d{12})/receipt");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final String[] SMUGGLED = {
        "stage",
        "CLOSED",
        "open",
        "false",
        "number",
        "150965-20200101-0001",
        "county",
        "150524",
        "version",
        "99",
        "holder",
        "x",
        "holderId",
        new java.util.UUID(0, 0).toString(),
        "role",
        "ADMIN",
        "rating",
        "5",
        "reportedAt",
        "2020-01-01",
        "content.danger",
        "true",
        "id",
        new java.util.UUID(0, 1).toString(),
        "class.module.classLoader",
        "x",
        "danger",
        "true"
    };

    /** What has run in other people's browsers in the last twenty years, in short. */
    private static final List<String> SCRIPTS =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "'><svg/onload=alert(1)>",
                    "</title></textarea><script>alert(1)</script>",
                    "<a href=\"javascript:alert(1)\">x</a>",
                    "<iframe srcdoc=\"<script>alert(1)</script>\">",
                    "<math><mtext><style><img src onerror=alert(1)>",
                    "{{constructor.constructor('alert(1)')()}}<b onmouseover=alert(1)>");

    @Autowired Web web;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private Unit village;
    private Visitor clerk;

    @BeforeEach
    void places() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村" + Ids.next());
        clerk = staff.as(Role.VILLAGE_CLERK, village);
    }

    @Test
    void aFieldThatTheFormDoesNotHaveIsNotRead() {
        report("路灯坏了", "白大娘", SMUGGLED);

        assertThat(
                        db.sql(
                                        """
                                        select stage || ' ' || open || ' ' || county || ' ' || version
                                        from matter.matter
                                        where county = :county and place_id = :village
                                        """)
                                .param("county", COUNTY)
                                .param("village", village.id())
                                .query(String.class)
                                .single())
                .isEqualTo("REGISTERED true 150965 1");
        assertThat(number()).startsWith("150965-2026");
    }

    @Test
    void aScriptInAnyFieldIsShownAsText() {
        for (String script : SCRIPTS) {
            var code = report("路灯坏了 " + script, "白", "note", script);
            var resident = web.resident(code, "8000");
            remark(number(), script);
            var pages =
                    List.of(
                            resident.get("/m/" + code),
                            resident.get("/m/" + code + "/receipt"),
                            clerk.get("/matters/" + number()),
                            clerk.get("/matters/" + number() + "/print"),
                            clerk.get("/matters?lens=AREA"),
                            clerk.get("/desk"));

            assertThat(pages).allMatch(page -> page.status() < 500);
            assertThat(pages).noneMatch(page -> page.body().contains(script));
        }
        assertThat(clerk.get("/matters/" + number()).body()).contains("&lt;");
    }

    private void remark(String number, String text) {
        var page = VERSION.matcher(clerk.get("/matters/" + number + "?step=Remark").body());
        assertThat(page.find()).isTrue();
        var answer =
                clerk.post(
                        "/matters/" + number + "/steps/Remark",
                        "command",
                        Ids.next().toString(),
                        "version",
                        page.group(1),
                        "Remark-note",
                        text);
        assertThat(answer.status()).isEqualTo(303);
    }

    private String report(String text, String name, String... more) {
        var resident = web.visitor().from("10.9.8.7");
        resident.get("/report/text?place=" + village.code() + "&category=road");
        var form =
                new ArrayList<>(
                        List.of(
                                "command",
                                Ids.next().toString(),
                                "place",
                                village.code(),
                                "category",
                                "road",
                                "kind",
                                "HELP",
                                "text",
                                text,
                                "phone",
                                "13800138000",
                                "name",
                                name));
        form.addAll(List.of(more));
        var answer = resident.post("/report/send", form.toArray(String[]::new));
        var code = CODE.matcher(answer.location().orElse(answer.body()));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String number() {
        return db.sql(
                        """
                        select number
                        from matter.matter
                        where county = :county and place_id = :village
                        order by reported_at desc, id desc
                        limit 1
                        """)
                .param("county", COUNTY)
                .param("village", village.id())
                .query(String.class)
                .single();
    }
}
