package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitKindTest {
    @ParameterizedTest
    @CsvSource({
        "TOWNSHIP, 六家子镇, TOWNSHIP",
        "TOWNSHIP, 水泉乡, TOWNSHIP",
        "TOWNSHIP, 茫汗苏木, SUMU",
        "TOWNSHIP, 库伦街道办事处, SUBDISTRICT",
        "TOWNSHIP, 凤凰岭街道, SUBDISTRICT",
        "TOWNSHIP, 国营巴彦农场, ZONE",
        "TOWNSHIP, 经济开发区, ZONE",
        "VILLAGE, 东庙嘎查, GACHA",
        "VILLAGE, 好力保嘎查村民委员会, GACHA",
        "VILLAGE, 九家子村委会, VILLAGE",
        "VILLAGE, 山底村民委员会, VILLAGE",
        "VILLAGE, 山底村, VILLAGE",
        "VILLAGE, 皂户沁社区, COMMUNITY",
        "VILLAGE, 多福巷社区居委会, COMMUNITY",
        "VILLAGE, 村前街居委会, COMMUNITY",
        "VILLAGE, 通辽市国有瓦房牧场生活区, FARM",
        "VILLAGE, 三队, FARM",
        "VILLAGE, 某处, OTHER",
    })
    void isToldByTheNameOnceAtImport(Level level, String name, UnitKind kind) {
        assertThat(UnitKind.ofName(level, name)).isEqualTo(kind);
    }

    @Test
    void noDepartmentMakesASecondSetOfGrids() {
        assertThat(UnitKind.GRID.fitsUnder(UnitKind.DEPARTMENT)).isFalse();
        assertThat(UnitKind.GRID.fitsUnder(UnitKind.GACHA)).isTrue();
    }

    @Test
    void aTerritoryStandsUnderAHigherOne() {
        for (UnitKind kind : UnitKind.values()) {
            for (UnitKind above : UnitKind.values()) {
                if (kind.territorial() && kind.fitsUnder(above)) {
                    assertThat(above.level().above(kind.level())).isTrue();
                }
            }
        }
    }
}
