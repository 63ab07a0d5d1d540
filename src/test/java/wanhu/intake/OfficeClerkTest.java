package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Clerks whose post is in an office act for the territory of the office. */
@WanhuTest
class OfficeClerkTest {
    private static final int COUNTY = 152793;

    @Autowired Staff staff;

    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "办公镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "登记村" + Ids.next());
    }

    @Test
    void theCountysClerkInItsOfficeRegistersInEveryVillage() {
        var office = staff.below(county, UnitKind.OFFICE, "五个到户办公室");

        assertThat(staff.as(Role.COUNTY_CLERK, office).get("/desk/new").body())
                .contains(village.name(), "诉求人称呼");
        assertThat(staff.as(Role.COUNTY_CLERK, office).get("/posts").body())
                .contains("五个到户办公室 · 经办");
    }

    @Test
    void aTownshipsClerkInAnOfficeRegistersInTheTownshipOnly() {
        var office = staff.below(township, UnitKind.OFFICE, "党政办");
        var other = staff.below(county, UnitKind.TOWNSHIP, "别镇" + Ids.next());

        assertThat(places(staff.as(Role.TOWNSHIP_CLERK, office)))
                .contains(village.name())
                .doesNotContain(other.name());
    }

    @Test
    void noOfficeOfATownshipLiftsAnybodyToTheCounty() {
        var office = staff.below(township, UnitKind.OFFICE, "小办");
        var other = staff.below(county, UnitKind.TOWNSHIP, "别镇" + Ids.next());

        assertThat(places(staff.as(Role.COUNTY_CLERK, office))).doesNotContain(other.name());
    }

    /** Where one may register; who is complained of may be any unit of the county. */
    private static String places(Visitor visitor) {
        var page = visitor.get("/desk/new").body();
        int from = page.indexOf("name=\"place\"");
        return page.substring(from, page.indexOf("</select>", from));
    }

    @Test
    void theSecurityAdministratorOfADepartmentMakesNoClerkOfTheCounty() {
        var department = staff.below(county, UnitKind.DEPARTMENT, "水利局" + Ids.next());
        var admin = staff.as(Role.SECURITY, department);
        var path = "/org/units/" + department.id() + "/posts";
        admin.get(path);

        var answer = admin.post(path, "title", "县办经办", "role", "COUNTY_CLERK");

        assertThat(answer.status()).isEqualTo(403);
    }
}
