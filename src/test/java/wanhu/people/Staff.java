package wanhu.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.Visitor;
import wanhu.Web;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.DivisionCode;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.NewUnit;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;

/**
 * Units and people of the tests: a county of one's own, a colleague of any role in any unit, and
 * the browser of that colleague.
 */
@Lazy
@Component
public class Staff implements DemoPosts {
    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");

    private final Accounts accounts;
    private final Units units;
    private final Posts posts;
    private final Web web;
    private final Map<String, Colleague> colleagues = new ConcurrentHashMap<>();

    Staff(Accounts accounts, Units units, Posts posts, Web web) {
        this.accounts = accounts;
        this.units = units;
        this.posts = posts;
        this.web = web;
    }

    private record Colleague(UUID account, Actor actor, UUID appointment) {}

    /** A county with that code of six digits, founded at the first call. */
    public Unit county(int code) {
        var known = units.tree(code).root().filter(root -> root.county() == code);
        return known.orElseGet(() ->
                units.foundDivision(new DivisionCode(Integer.toString(code)), "测试县", LONG_AGO));
    }

    /** A new unit below another. */
    public Unit below(Unit above, UnitKind kind, String name) {
        return units.found(
                above.county(), new NewUnit(above.id(), kind, name, null, LONG_AGO, null));
    }

    /** Who acts in that role in that unit; the same one each time. */
    public Actor actor(Role role, Unit unit) {
        return colleague(role, unit).actor();
    }

    /** The browser of that colleague, signed in. */
    public Visitor as(Role role, Unit unit) {
        return enter(actor(role, unit).post());
    }

    /** A browser signed in to that post. */
    Visitor enter(UUID post) {
        var visitor = web.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in/demo", "post", post.toString());
        return visitor;
    }

    /** The account of that colleague. */
    UUID account(Role role, Unit unit) {
        return colleague(role, unit).account();
    }

    /** A second post for the colleague. */
    UUID alsoAs(Actor actor, Role role, Unit unit) {
        var post = posts.create(unit.county(), new NewPost(unit.id(), "兼职", role, 50, null));
        appoint(unit.county(), post, actor.person());
        return post;
    }

    /** Ends the appointment of the colleague with that last day. */
    public void end(Role role, Unit unit, LocalDate lastDay) {
        posts.end(unit.county(), colleague(role, unit).appointment(), lastDay);
    }

    private Colleague colleague(Role role, Unit unit) {
        return colleagues.computeIfAbsent(role + "@" + unit.id(), _ -> hire(role, unit));
    }

    private Colleague hire(Role role, Unit unit) {
        var person = Ids.next();
        var name = "测试" + role.name().charAt(0);
        var login = new Login("t" + person.toString().substring(9));
        var account = accounts.createDemo(new NewAccount(unit.county(), person, login, name, null));
        var post = posts.create(unit.county(), new NewPost(unit.id(), "经办", role, 10, null));
        var appointment = appoint(unit.county(), post, person);
        var actor =
                new Actor(
                        unit.county(),
                        person,
                        post,
                        role,
                        unit.id(),
                        unit.path(),
                        name,
                        unit.name() + " · 经办");
        return new Colleague(account, actor, appointment);
    }

    private UUID appoint(int county, UUID post, UUID person) {
        return posts.appoint(county, new NewAppointment(post, person, "测试", LONG_AGO, null, null));
    }

    @Override
    public List<DemoPost> list() {
        return colleagues.values().stream()
                .map(each ->
                        new DemoPost(
                                each.account(),
                                each.actor().post(),
                                "测试",
                                each.actor().name(),
                                each.actor().title()))
                .toList();
    }
}
