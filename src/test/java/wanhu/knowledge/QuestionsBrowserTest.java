package wanhu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Questions and answers as residents see them. */
@BrowserTest
class QuestionsBrowserTest {
    private static final int COUNTY = 154606;
    private static final int OTHER = 154844;
    private static final String TITLE = "骆驼丢了到哪里去找";

    @Autowired Staff staff;
    @Autowired Articles articles;

    @Test
    void titlesAndAnswersAreReadOnAPhoneAndAtADesk(Browsers browsers) {
        published();

        for (Tab tab : List.of(browsers.phone(), browsers.desktop())) {
            assertThat(
                            tab.open("/questions?county=" + COUNTY + "&text=骆驼丢了")
                                    .upright()
                                    .accessible()
                                    .text())
                    .contains(TITLE);
            assertThat(tab.press(TITLE).upright().accessible().text()).contains("先问邻村");
        }
    }

    @Test
    void whereThereAreSeveralCountiesOneIsChosen(Browsers browsers) {
        published();
        staff.county(OTHER);

        for (Tab tab : List.of(browsers.phone(), browsers.desktop())) {
            tab.open("/questions").upright().accessible().screenshot("questions-counties");
            assertThat(tab.text()).contains("行政区划代码 " + COUNTY, "行政区划代码 " + OTHER);
            tab.open("/questions?county=" + COUNTY).accessible().screenshot("questions-of-county");
            assertThat(tab.text()).contains(TITLE);
        }
    }

    private void published() {
        var home = staff.county(COUNTY);
        var bureau = staff.below(home, UnitKind.DEPARTMENT, "寻物局");
        var writer = staff.actor(Role.DEPARTMENT_CLERK, bureau);
        var text =
                new Text(
                        TITLE,
                        "先问邻村，再问派出所。" + "夜里找不到的，天亮后请嘎查用广播喊一喊。".repeat(3),
                        "",
                        Audience.PUBLIC,
                        List.of("farm"),
                        LocalDate.parse("2026-10-01"),
                        null);
        var id = articles.begin(writer, Ids.next(), text);
        articles.submit(writer, id, 1);
        articles.approve(staff.actor(Role.COUNTY_CLERK, home), id, 2);
    }
}
