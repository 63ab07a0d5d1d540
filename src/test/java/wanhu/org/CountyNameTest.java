package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.people.Staff;

/** Whose house residents enter. */
@WanhuTest
class CountyNameTest {
    @Autowired CountyName name;
    @Autowired Staff staff;

    @Test
    void isTheCountyWhenThereIsOne() {
        var county = staff.county(152791);

        assertThat(name.name(List.of(county.county()))).contains(county.name());
    }

    @Test
    void isNobodysWhenThereAreSeveral() {
        assertThat(name.name(List.of(152791, 152792))).isEmpty();
    }
}
