package wanhu.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.people.Staff;

@WanhuTest
class CategoriesTest {
    private static final int COUNTY = 150931;

    @Autowired Categories categories;
    @Autowired Staff staff;

    @Test
    void everyShippedCategoryHasTheOneAboveIt() {
        assertThat(ShippedCategories.LIST)
                .allMatch(each ->
                        each.above().isEmpty()
                                || categories.find(COUNTY, each.above()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "两千亩耕地没有通电, farm.power",
        "村口路灯不亮三个月了, road.lamp",
        "自来水又停水了, water.supply",
        "包工头拖欠农民工工资, work.wages"
    })
    void suggestsByTheWordsOfTheText(String text, String code) {
        assertThat(categories.suggest(COUNTY, text))
                .first()
                .extracting(Category::code)
                .isEqualTo(code);
    }

    @Test
    void aNameSaysTheWayDownTheTree() {
        assertThat(categories.name(COUNTY, "farm.power", Locale.CHINESE)).isEqualTo("农牧业生产 / 农田用电");
    }

    @Test
    void aClosedCategoryStaysReadableAndCanNotBeChosen() {
        var actor = staff.actor(Role.ADMIN, staff.county(150932));
        categories.save(
                actor, new Category("road.lamp", 3, "路灯", "Street lamps", "", "", "", "", false));

        assertThat(categories.name(150932, "road.lamp", Locale.ENGLISH))
                .isEqualTo("Roads and traffic / Street lamps");
        assertThatThrownBy(() -> categories.chosen(150932, "road.lamp"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anAdministratorSeesAndChangesTheTree() {
        var admin = staff.as(Role.ADMIN, staff.county(COUNTY));
        assertThat(admin.get("/admin/categories").body()).contains("农田用电");

        var saved =
                admin.post(
                        "/admin/categories",
                        "code",
                        "farm.power.pump",
                        "nameZh",
                        "机井电表",
                        "nameEn",
                        "Pump meters",
                        "order",
                        "1",
                        "hint",
                        "",
                        "keywords",
                        "电表",
                        "stopZh",
                        "",
                        "stopEn",
                        "",
                        "live",
                        "true");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(categories.chosen(COUNTY, "farm.power.pump").nameZh()).isEqualTo("机井电表");
    }

    @Test
    void aWrongCodeIsToldAndNothingIsLost() {
        var admin = staff.as(Role.ADMIN, staff.county(COUNTY));
        var answer =
                admin.post(
                        "/admin/categories",
                        "code",
                        "机井",
                        "nameZh",
                        "机井电表",
                        "nameEn",
                        "Pump meters",
                        "order",
                        "1",
                        "hint",
                        "",
                        "keywords",
                        "",
                        "stopZh",
                        "",
                        "stopEn",
                        "",
                        "live",
                        "true");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("小写字母", "机井电表");
    }
}
