package wanhu.cost;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import wanhu.Spent;
import wanhu.Wanhu;
import wanhu.audit.Seals;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.embedded.TestServer;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Grade;
import wanhu.life.Kind;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.vault.OpenVault;

/** A product in which matters live from report to rating, seven durable steps each. */
final class Lives implements AutoCloseable {
    private static final int COUNTY = 150_584;
    private static final int SEALED_AT_ONCE = 20;

    private final ConfigurableApplicationContext product;
    private final boolean whole;
    private final JdbcClient db;
    private final Reports reports;
    private final Matters matters;
    private final Clock clock;
    private final Unit village;
    private final Actor clerk;
    private final Actor reviewer;

    private Lives(ConfigurableApplicationContext product, boolean whole) {
        this.product = product;
        this.whole = whole;
        db = product.getBean(JdbcClient.class);
        reports = product.getBean(Reports.class);
        matters = product.getBean(Matters.class);
        clock = product.getBean(Clock.class);
        var staff = product.getBean(Staff.class);
        var county = staff.county(COUNTY);
        village = staff.below(staff.below(county, UnitKind.TOWNSHIP, "一镇"), UnitKind.VILLAGE, "一村");
        clerk = staff.actor(Role.VILLAGE_CLERK, village);
        reviewer = staff.actor(Role.COUNTY_CLERK, county);
    }

    /** A product on a database of its own, with encryption and the record or with neither. */
    static Lives of(String name, boolean whole) {
        var sources =
                whole
                        ? new Class<?>[] {Wanhu.class}
                        : new Class<?>[] {Wanhu.class, OpenVault.Setup.class};
        var product =
                new SpringApplicationBuilder(sources)
                        .run(
                                "--wanhu.database-url=" + TestServer.emptyDatabase(name),
                                "--wanhu.data=target/" + name,
                                "--wanhu.port=0",
                                "--server.address=127.0.0.1",
                                "--wanhu.demo=true",
                                "--wanhu.demo-county=false",
                                "--wanhu.ticks=false");
        var lives = new Lives(product, whole);
        if (!whole) {
            lives.forgetTheRecord();
        }
        return lives;
    }

    /** What the record of acts added to the table of steps. */
    private void forgetTheRecord() {
        for (var change :
                List.of(
                        "drop index matter.step_by_xid",
                        "alter table matter.step alter xid drop not null, alter xid drop default",
                        "alter table matter.step alter salt drop not null, alter salt drop default")) {
            db.sql(change).update();
        }
    }

    /** So many lives; what they cost. */
    Spent live(int lives) {
        var before = Spent.now(db);
        for (int life = 1; life <= lives; life++) {
            if (whole) {
                RequestContextHolder.setRequestAttributes(
                        new ServletRequestAttributes(new MockHttpServletRequest()));
            }
            live();
            RequestContextHolder.resetRequestAttributes();
            if (whole && life % SEALED_AT_ONCE == 0) {
                Seals.seal(product);
            }
        }
        return Spent.now(db).since(before);
    }

    private void live() {
        var receipt = reports.report(null, report());
        take(clerk, receipt, new Step.TakeOn("先去现场看看，再联系供电所。"));
        take(clerk, receipt, new Step.Contact(true, "电话联系，约好明天上午到地里看。"));
        take(clerk, receipt, new Step.Progress("供电所已经到现场，变压器烧坏，正在更换。"));
        take(clerk, receipt, new Step.Reply(Reason.Result.SOLVED, "变压器已经换好，当天通电。", "", ""));
        take(reviewer, receipt, new Step.Approve(""));
        take(
                new By.Requester(receipt.requester()),
                receipt,
                new Step.Rate(Grade.SATISFIED, true, "很快，谢谢。"));
    }

    private Report report() {
        var content =
                new Report.Content(
                        Kind.HELP,
                        "farm.power",
                        Channel.WEB,
                        false,
                        "机井没有电，两千亩地浇不上水",
                        "村东的变压器前天烧坏了，机井抽不上水，两千亩玉米等着浇地，请尽快派人来修。");
        var contact = new Report.Contact("白玉兰", phone(), false, false, true, true);
        return new Report(
                COUNTY, Ids.next(), content, village.id(), "村东机井旁", null, contact, clock.instant());
    }

    private static String phone() {
        UUID id = Ids.next();
        return "138%08d".formatted(Math.floorMod(id.getLeastSignificantBits(), 100_000_000L));
    }

    private void take(Actor actor, Receipt receipt, Step step) {
        take(new By.Staff(actor), receipt, step);
    }

    private void take(By by, Receipt receipt, Step step) {
        matters.take(by, Taking.of(matters.get(COUNTY, receipt.matter()), step));
    }

    @Override
    public void close() {
        product.close();
    }
}
