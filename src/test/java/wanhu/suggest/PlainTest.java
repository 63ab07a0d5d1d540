package wanhu.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that tells who somebody is gets into what is learned. */
class PlainTest {
    @ParameterizedTest
    @CsvSource({
        "我叫王小明，家里停水, 我叫*，家里停水",
        "联系人：李四，电话13812345678, 联系人：*，电话*",
        "身份证150524198001011234, 身份证*",
        "村民张大山家的羊丢了, 村民*家的羊丢了",
        "李某某把路占了, *把路占了",
        "卡号6222021234567890128没有到账, 卡号*没有到账",
        "微信wang_1988联系, 微信*联系"
    })
    void namesAndNumbersAreTakenOut(String told, String plain) {
        assertThat(Plain.of(told).replaceAll("\\*+", "*")).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"机井没有通电，浇不上地", "黄河边的路坏了", "本人申请低保"})
    void whatSaysWhatItIsAboutStays(String told) {
        assertThat(Plain.of(told)).isEqualTo(told);
    }
}
