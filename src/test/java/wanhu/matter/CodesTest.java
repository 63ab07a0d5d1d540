package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.matter.Receipts.Made;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Twelve digits are few for a million people: each has a code of her own all the same. */
@WanhuTest
class CodesTest {
    private static final int COUNTY = 155_438;
    private static final int OTHER_COUNTY = 155_439;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Receipts receipts;
    @Autowired RequesterStore store;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Receipt told(int county) {
        var township = staff.below(staff.county(county), UnitKind.TOWNSHIP, "码镇" + Ids.next());
        var village = staff.below(township, UnitKind.VILLAGE, "码村");
        return reports.report(
                null,
                new Report(
                        county,
                        Ids.next(),
                        new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "路灯坏了", ""),
                        village.id(),
                        "",
                        null,
                        Report.Contact.NONE,
                        clock.instant()));
    }

    private Made made(Matter matter, String codeIndex) {
        var made = receipts.make(matter, Ids.next(), Report.Contact.NONE, clock.instant());
        return new Made(made.requester(), made.receipt(), made.command(), codeIndex, null, null);
    }

    @Test
    void aCodeThatSomebodyHasInAnyCountyIsGivenToNobodyElse() {
        var taken = receipts.index(told(OTHER_COUNTY).code());
        var matter = matters.get(COUNTY, told(COUNTY).matter());
        var fresh = made(matter, "fresh " + Ids.next());
        var tries = new ArrayDeque<>(List.of(made(matter, taken), fresh));

        assertThat(store.free(() -> List.of(tries.remove()))).containsExactly(fresh);
    }

    @Test
    void twoThatComeAtOnceHaveDifferentCodes() {
        var matter = matters.get(COUNTY, told(COUNTY).matter());
        var one = made(matter, "one " + Ids.next());
        var other = made(matter, "other " + Ids.next());
        var tries = new ArrayDeque<>(List.of(List.of(one, one), List.of(one, other)));

        assertThat(store.free(tries::remove)).containsExactly(one, other);
    }
}
