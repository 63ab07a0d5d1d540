package wanhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Actor;

/** The ledger through a browser: an office writes it, residents read it on a phone. */
@BrowserTest
class LedgerBrowserTest {
    @Autowired private Ledgers ledgers;
    @Autowired private TestClock clock;

    private Ledgers.Place place;

    @BeforeEach
    void told() {
        clock.set("2026-08-28T15:00");
        place = ledgers.place();
    }

    private static Tab signedIn(Tab tab, Actor actor) {
        tab.open("/sign-in").page().locator("button[value='" + actor.post() + "']").click();
        return tab;
    }

    @Test
    void theOfficeWritesAProjectDownAndReportsProgress(Browsers browsers) {
        var receipt = ledgers.told(place);
        var county = signedIn(browsers.desktop(), ledgers.countyClerk(place));
        county.open("/projects/new?matter=" + receipt.number())
                .accessible()
                .screenshot("ledger-new");
        var project = ledgers.started(place, receipt);
        county.open("/projects").accessible().screenshot("ledger-list");
        county.open("/projects/plan").accessible().screenshot("ledger-plan");
        county.open("/projects/month?month=2026-09").accessible().screenshot("ledger-month");

        var power = signedIn(browsers.phone(), ledgers.power(place));
        power.open("/projects").accessible().screenshot("ledger-list");
        power.open("/projects/" + project.number()).accessible().screenshot("ledger-project");
        power.fill("进展情况", "勘查设计完成。").press("报送进展");
        assertThat(power.text()).contains("进展已报送");
        county.open("/projects/" + project.number()).accessible().screenshot("ledger-project");
    }

    @Test
    void aResidentReadsWhatWasPromisedAndWhatCameOfIt(Browsers browsers) {
        var done = ledgers.done(place, ledgers.told(place));
        ledgers.take(ledgers.townshipClerk(place), done, new Act.Check(90, 84, "入户走访"));
        var list = "/projects/public?county=" + place.county().county();

        for (Tab tab : new Tab[] {browsers.phoneWithoutScript(), browsers.desktop()}) {
            tab.open(list).screenshot("ledger-public-list").press("九家子村耕地通电");
            tab.screenshot("ledger-public");
            assertThat(tab.text()).contains("包志强", "180,000.00 元", "90 人，满意 84 人，满意率 93.3%");
        }
        browsers.phone().open(list).accessible();
        browsers.phone().open("/projects/public/" + done.number()).accessible();
    }
}
