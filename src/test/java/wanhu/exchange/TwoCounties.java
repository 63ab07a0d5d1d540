package wanhu.exchange;

import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.Web;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Bearers;
import wanhu.token.Program;
import wanhu.token.Reach;
import wanhu.token.TestPrograms;

/**
 * A hands matters to B and gets them back, over B's real API with a real token. A and B are two
 * counties that share nothing but the way between them.
 */
@Lazy
@Component
class TwoCounties {
    static final String PHONE = "13800138000";
    static final String TITLE = "桥头的路灯坏了";

    private final Handovers handovers;
    private final HandoverRun run;
    private final Partners partners;
    private final Bearers bearers;
    private final Staff staff;
    private final Residents residents;
    private final Matters matters;
    private final TestPrograms programs;
    private final TestClock clock;
    private final Web web;

    TwoCounties(
            Handovers handovers,
            HandoverRun run,
            Partners partners,
            Bearers bearers,
            Staff staff,
            Residents residents,
            Matters matters,
            TestPrograms programs,
            TestClock clock,
            Web web) {
        this.handovers = handovers;
        this.run = run;
        this.partners = partners;
        this.bearers = bearers;
        this.staff = staff;
        this.residents = residents;
        this.matters = matters;
        this.programs = programs;
        this.clock = clock;
        this.web = web;
    }

    /** A with B as its partner. */
    Pair pair(int a, int b) {
        return new Pair(a, b);
    }

    /** The two. */
    final class Pair implements AutoCloseable {
        final int countyA;
        final int countyB;
        final Unit townshipA;
        final Unit villageA;
        final Unit townshipB;
        final Unit villageB;
        final Program officeB;
        final Actor clerk;
        final Between between = new Between(web.address());

        Pair(int a, int b) {
            countyA = a;
            countyB = b;
            townshipA = staff.below(staff.county(a), UnitKind.TOWNSHIP, "甲镇");
            villageA = staff.below(townshipA, UnitKind.VILLAGE, "甲村");
            townshipB = staff.below(staff.county(b), UnitKind.TOWNSHIP, "乙镇");
            villageB = staff.below(townshipB, UnitKind.VILLAGE, "乙村");
            officeB =
                    programs.of(
                            Role.TOWNSHIP_CLERK,
                            townshipB,
                            Reach.MATTERS_READ,
                            Reach.MATTERS_WRITE);
            clerk = staff.actor(Role.VILLAGE_CLERK, villageA);
        }

        Partner open() {
            between.is(Between.Way.OPEN);
            return saved("category.road = road.lamp\nunit.* = " + villageB.code());
        }

        /** B as A knows it, with that table. */
        Partner saved(String mapping) {
            return saved(countyA, new Wished("乙县平台", between.address(), null), mapping);
        }

        /** B as a server of GeoReport v2, with that key. */
        Partner open311(String key, String mapping) {
            return open311(between.at("/open311/v2"), key, mapping);
        }

        /** Any server of GeoReport v2. */
        Partner open311(String address, String key, String mapping) {
            return saved(countyA, new Wished("乙县平台", address, null, key), mapping);
        }

        /** A as B knows it: whoever hands over with the token of the office is A. */
        Partner knownThere(String mapping) {
            var token = bearers.reporting(countyB).getFirst();
            return saved(countyB, new Wished("甲县平台", "http://127.0.0.1:1/api/v1", token), mapping);
        }

        private Partner saved(int county, Wished wished, String mapping) {
            var before = partners.list(county).stream().findFirst().map(Partner::id).orElse(null);
            var wish =
                    new Partners.Wish(
                            before,
                            wished.name(),
                            wished.address(),
                            wished.language(),
                            wished.key().isEmpty() ? officeB.secret() : wished.key(),
                            true,
                            wished.caller() == null ? null : wished.caller().id(),
                            mapping);
            var id = partners.save(staff.actor(Role.ADMIN, staff.county(county)), wish);
            return partners.find(county, id).orElseThrow();
        }

        Receipt told(String category) {
            var content = Residents.help(category, TITLE, "晚上看不见路。");
            var receipt = residents.tell(villageA, content, Residents.KNOWN);
            take(receipt, Role.VILLAGE_CLERK, villageA, new Step.TakeOn(""));
            return receipt;
        }

        void take(Receipt receipt, Role role, Unit unit, Step step) {
            residents.take(role, unit, matters.get(unit.county(), receipt.matter()), step);
        }

        Receipt handedOver(String category) {
            var receipt = told(category);
            handovers.handOver(clerk, receipt.number(), partner().id(), "路灯由乙县管护");
            work();
            return receipt;
        }

        Partner partner() {
            return partners.list(countyA).getFirst();
        }

        void work() {
            Between.ended(run.begin());
        }

        void later(Duration time) {
            clock.advance(time.plusSeconds(1));
            work();
        }

        Handover of(Receipt receipt) {
            return handovers.of(countyA, receipt.matter()).getFirst();
        }

        Matter there(Receipt receipt) {
            var number = of(receipt).there().number();
            return matters.get(staff.actor(Role.VILLAGE_CLERK, villageB), number);
        }

        void takeThere(Receipt receipt, Role role, Unit unit, Step step) {
            residents.take(role, unit, there(receipt), step);
        }

        void answeredThere(Receipt receipt) {
            takeThere(receipt, Role.VILLAGE_CLERK, villageB, new Step.TakeOn(""));
            var reply = new Step.Reply(Reason.Result.SOLVED, "灯已经换好，今晚就亮。", "", "由甲县联系");
            takeThere(receipt, Role.VILLAGE_CLERK, villageB, reply);
            takeThere(receipt, Role.TOWNSHIP_CLERK, townshipB, new Step.Approve(""));
        }

        void declinedThere(Receipt receipt, Reason.Decline reason, String told) {
            var no = new Step.Decline(reason, told);
            takeThere(receipt, Role.VILLAGE_CLERK, villageB, no);
        }

        String timeline(Receipt receipt) {
            return timeline(matters.get(countyA, receipt.matter()));
        }

        String timeline(Matter matter) {
            return matters.timeline(matter).stream()
                    .map(line -> line.note() + line.told())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public void close() {
            between.close();
        }

        private record Wished(
                String name, String address, Bearers.@Nullable Named caller, String key) {
            Wished(String name, String address, Bearers.@Nullable Named caller) {
                this(name, address, caller, "");
            }

            Partner.Language language() {
                return key.isEmpty() ? Partner.Language.WANHU : Partner.Language.GEOREPORT;
            }
        }
    }
}
