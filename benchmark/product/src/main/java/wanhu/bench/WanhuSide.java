package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.Wanhu;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Wall;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Grade;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Lens;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.matter.TimelineLine;
import wanhu.org.Units;
import wanhu.people.Accounts;
import wanhu.people.DemoPosts;

/**
 * The life in the product, through the doors that its pages call: timeline, clocks, sealed contact,
 * second wall, words to search by. What its ticks do with a life (the sealed record, the counts,
 * messages) belongs to it and is done while the slot lasts.
 */
public final class WanhuSide implements Side {
    private static final List<String> HISTORY =
            List.of("Register", "Escalate", "Dispatch", "Sign", "Reply", "Approve", "Rate");

    /** What follows a life within seconds of it. */
    private static final List<String> TICKS = List.of("sealer", "folding", "messageSender");

    private final ConfigurableApplicationContext product;
    private final Reports reports;
    private final Matters matters;
    private final Units units;
    private final Clock clock;
    private final County county;
    private final WanhuDesk desk;

    private WanhuSide(Place place) {
        var desks = new Desks();
        product =
                new SpringApplicationBuilder(Wanhu.class)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean("desks", DemoPosts.class, () -> desks))
                        .run(
                                "--wanhu.database-url=" + place.url(),
                                "--wanhu.database-user=" + place.user(),
                                "--wanhu.database-password=" + place.password(),
                                "--wanhu.data=" + System.getProperty("bench.data"),
                                "--wanhu.port=" + System.getProperty("bench.port"),
                                "--wanhu.demo=true",
                                "--wanhu.demo-county=false",
                                "--server.address=127.0.0.1",
                                "--wanhu.ticks=false");
        reports = product.getBean(Reports.class);
        matters = product.getBean(Matters.class);
        units = product.getBean(Units.class);
        clock = product.getBean(Clock.class);
        var transaction = product.getBean(TransactionTemplate.class);
        county =
                Wall.whole(() ->
                        Objects.requireNonNull(transaction.execute(_ -> new County(product))));
        desks.set(Wall.whole(this::desks));
        desk = new WanhuDesk(product);
    }

    private List<DemoPosts.DemoPost> desks() {
        try {
            return county.desks(
                    product.getBean(Accounts.class), Path.of(System.getProperty("bench.desks")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Serves. */
    public static void main(String[] args) throws IOException {
        Worker.serve(WanhuSide::new);
    }

    @Override
    public String live(int steps, Laps laps) {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            return live(Story.next(), steps, laps);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private String live(Story story, int steps, Laps laps) {
        var village = county.village(story.village());
        var township = county.township(story.township());
        var department = county.department(story.department());
        var receipt = reports.report(null, report(story, village));
        laps.lap();
        Matter matter = null;
        for (int step = 2; step <= steps; step++) {
            matter =
                    switch (step) {
                        // Nobody has seen a version of it yet.
                        case 2 ->
                                take(
                                        village,
                                        receipt,
                                        new Step.Escalate(
                                                Reason.Escalate.BEYOND_POWERS, Story.TRIED, null));
                        case 3 -> take(township, matter, dispatch(department));
                        case 4 -> take(department, matter, new Step.Sign());
                        case 5 ->
                                take(
                                        department,
                                        matter,
                                        new Step.Reply(
                                                Reason.Result.SOLVED, Story.ANSWER, "", "电话没有接通"));
                        case 6 -> take(township, matter, new Step.Approve(Story.CHECKED));
                        default ->
                                matters.take(
                                        new By.Requester(receipt.requester()),
                                        Taking.of(
                                                Objects.requireNonNull(matter),
                                                new Step.Rate(
                                                        Grade.SATISFIED, true, Story.THANKS)));
                    };
            laps.lap();
        }
        return receipt.matter().toString();
    }

    private Report report(Story story, Actor village) {
        var content =
                new Report.Content(
                        Kind.HELP, "farm.power", Channel.WEB, false, Story.TITLE, Story.BODY);
        var contact = new Report.Contact(Story.NAME, story.phone(), false, false, true, true);
        return new Report(
                County.CODE,
                Ids.next(),
                content,
                village.unit(),
                Story.WHERE,
                null,
                contact,
                clock.instant());
    }

    private Step dispatch(Actor department) {
        var to = Hold.of(units.tree(County.CODE), department.unit());
        return new Step.Dispatch(to, List.of(), null, null, Story.INSTRUCTION);
    }

    private Matter take(Actor actor, Receipt receipt, Step step) {
        return matters.take(
                new By.Staff(actor),
                new Taking(
                        County.CODE,
                        receipt.matter(),
                        Taking.ANY_VERSION,
                        Ids.next(),
                        step,
                        null,
                        null));
    }

    private Matter take(Actor actor, Matter matter, Step step) {
        return matters.take(
                new By.Staff(actor), Taking.of(Objects.requireNonNull(matter), step));
    }

    @Override
    public void settle() {
        Wall.whole(() -> TICKS.forEach(this::tick));
    }

    /** The work of a tick, as the schedule does it. */
    private void tick(String name) {
        try {
            var bean = product.getBean(name);
            var run = bean.getClass().getDeclaredMethod("run");
            run.setAccessible(true);
            run.invoke(bean);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    @Override
    public List<String> wrong(List<String> lives) {
        var wrong = new ArrayList<String>();
        for (var life : lives) {
            var matter = matters.get(County.CODE, UUID.fromString(life));
            var seen =
                    Wall.whole(() ->
                            matters.timeline(matter).stream().map(TimelineLine::step).toList());
            var rated =
                    Wall.whole(() -> reports.of(matter)).stream()
                            .allMatch(each -> each.rating() != null);
            if (matter.stage() != Stage.CLOSED || !rated || running(matter) != 0) {
                wrong.add(life + " is " + matter.stage() + ", rated: " + rated);
            }
            if (!seen.equals(HISTORY)) {
                wrong.add(life + " has the history " + seen);
            }
        }
        return wrong;
    }

    private int running(Matter matter) {
        return product.getBean(JdbcClient.class)
                .sql(
                        """
                        select count(*)
                        from promise.clock
                        where county = :county and subject_id = :matter and stopped_at is null
                        """)
                .param("county", County.CODE)
                .param("matter", matter.id())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Long> list(Scope scope) {
        return switch (scope) {
            case VILLAGE -> desk.list(county.village(0), Lens.TODO);
            case TOWNSHIP -> desk.list(county.township(3), Lens.BELOW);
            case COUNTY -> desk.list(county.office(), Lens.BELOW);
        };
    }

    @Override
    public int seek(String what, Scope scope) {
        return desk.seek(Sought.valueOf(what), scope);
    }

    @Override
    public Map<String, Number> ask(List<String> words) {
        return desk.ask(words);
    }

    @Override
    public void close() {
        product.close();
    }
}
