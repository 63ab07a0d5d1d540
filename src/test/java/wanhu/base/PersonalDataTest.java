package wanhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource({
        "身份证11010519491231002X。, IDENTITY",
        "号码13800138000打不通, PHONE",
        "打 138-0013-8000 也行, PHONE",
        "打１３８００１３８０００也行, PHONE",
        "座机0475-4911234, PHONE",
        "卡号6222020200112230004转账, CARD",
        "卡号 4111 1111 1111 1111, CARD",
    })
    void findsNumbersOfPersons(String text, PersonalData.Sort sort) {
        assertThat(PersonalData.find(text))
                .extracting(PersonalData.Found::sort)
                .containsExactly(sort);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证110105194912310021校验位不对",
                "工单 150524-20260803-0007",
                "两千亩地 90 户 18 万元",
                "区划代码150524103208",
                "2026年8月3日 09:30",
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(PersonalData.find(text)).isEmpty();
    }

    @Test
    void findsEveryPlaceAndNotOnlyTheFirst() {
        var text = "张某13800138000，李某13900139000，再打13800138000";

        assertThat(PersonalData.find(text)).hasSize(3);
        assertThat(PersonalData.redacted(text))
                .isEqualTo("张某***********，李某***********，再打***********");
    }
}
