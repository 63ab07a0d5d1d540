package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.matter.TimelineLine;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What a caller adds to a matter that she told before. */
@WanhuTest
class CallerMattersTest {
    private static final int COUNTY = 154841;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;

    private Unit village;
    private Visitor visitor;

    @BeforeEach
    void places() {
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        visitor = staff.as(Role.PHONE_DESK, county);
        visitor.get("/desk/new");
    }

    private Matter told(String phone) {
        var contact = new Report.Contact("白大娘", phone, false, false, true, true);
        return residents.told(village, Residents.help("road.lamp", "路灯坏了", "三天了。"), contact);
    }

    private static String[] form(Matter into, String phone, String text) {
        return new String[] {
            "command",
            Ids.next().toString(),
            "channel",
            "PHONE",
            "more",
            into.id().toString(),
            "phone",
            phone,
            "text",
            text
        };
    }

    @Test
    void whatACallerAddsIsALineOfHerMatterAndItsUnitIsTold() {
        var open = told("13800138331");
        var more = form(open, "13800138331", "灯杆也歪了");
        var done = visitor.post("/desk/new", more);
        visitor.post("/desk/new", more);

        assertThat(visitor.follow(done).body()).contains("已补充到原来的事项");
        assertThat(matters.timeline(open))
                .extracting(TimelineLine::step)
                .containsExactly("Register", "Remark");
        assertThat(matters.timeline(open).getLast().note()).isEqualTo("诉求人来电补充：灯杆也歪了");
        assertThat(staff.as(Role.VILLAGE_CLERK, village).get("/messages").body())
                .contains("事项 " + open.number() + " 的诉求人补充了情况");
    }

    @Test
    void whatWasAskedForIsSupplementedByPhone() {
        var open = told("13800138332");
        residents.take(Role.VILLAGE_CLERK, village, open, new Step.AskSupplement("哪一盏？"));
        visitor.post("/desk/new", form(open, "13800138332", "第三盏"));

        assertThat(matters.get(COUNTY, open.id()).stage()).isEqualTo(Stage.REGISTERED);
        assertThat(matters.timeline(open).getLast().told()).isEqualTo("第三盏");
    }

    @Test
    void nothingIsAddedToTheMatterOfAnotherPhone() {
        var open = told("13800138333");
        var answer = visitor.post("/desk/new", form(open, "13800138334", "我是别人"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("不是这个号码反映的", "我是别人");
        assertThat(matters.timeline(open)).hasSize(1);
    }
}
