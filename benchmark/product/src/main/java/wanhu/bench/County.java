package wanhu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
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
import wanhu.people.Accounts;
import wanhu.people.DemoPosts.DemoPost;
import wanhu.people.Login;
import wanhu.people.NewAccount;

/** The county of the measurement, with a clerk in each unit. */
final class County {
    static final int CODE = 150_584;
    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");

    private final Units units;
    private final Posts posts;
    private final List<Actor> villages = new ArrayList<>();
    private final List<Actor> townships = new ArrayList<>();
    private final List<Actor> departments = new ArrayList<>();
    private final Actor office;

    County(ApplicationContext product) {
        units = product.getBean(Units.class);
        posts = product.getBean(Posts.class);
        var root = units.foundDivision(new DivisionCode(Integer.toString(CODE)), "测量县", LONG_AGO);
        office = clerk(Role.COUNTY_CLERK, root);
        var above = new ArrayList<Unit>();
        for (int at = 0; at < Story.TOWNSHIPS; at++) {
            above.add(below(root, UnitKind.TOWNSHIP, "第" + at + "镇"));
            townships.add(clerk(Role.TOWNSHIP_CLERK, above.getLast()));
        }
        for (int at = 0; at < Story.VILLAGES; at++) {
            var village = below(above.get(at % Story.TOWNSHIPS), UnitKind.VILLAGE, at + "村");
            villages.add(clerk(Role.VILLAGE_CLERK, village));
        }
        for (int at = 0; at < Story.DEPARTMENTS; at++) {
            var office = below(above.get(at), UnitKind.OFFICE, at + "所");
            departments.add(clerk(Role.DEPARTMENT_CLERK, office));
        }
    }

    /** Lets the clerks of a few places sign in by a button, and says where: place by place. */
    List<DemoPost> desks(Accounts accounts, Path told) throws IOException {
        var desks = new ArrayList<DemoPost>();
        var lines = new ArrayList<String>();
        for (int at = 0; at < Story.TOWNSHIPS; at++) {
            var clerks = List.of(villages.get(at), townships.get(at), departments.get(at));
            for (var clerk : clerks) {
                var login = new Login("m" + clerk.post().toString().substring(9));
                var account =
                        accounts.createDemo(
                                new NewAccount(CODE, clerk.person(), login, clerk.name(), null));
                desks.add(new DemoPost(account, clerk.post(), "测量", clerk.name(), clerk.title()));
            }
            lines.add(
                    units.get(CODE, villages.get(at).unit()).code()
                            + " "
                            + departments.get(at).unit()
                            + " "
                            + String.join(
                                    " ", clerks.stream().map(each -> each.post().toString()).toList()));
        }
        Files.write(told, lines);
        return desks;
    }

    private Unit below(Unit above, UnitKind kind, String name) {
        return units.found(CODE, new NewUnit(above.id(), kind, name, null, LONG_AGO, null));
    }

    private Actor clerk(Role role, Unit unit) {
        var person = Ids.next();
        var post = posts.create(CODE, new NewPost(unit.id(), "经办", role, 10, null));
        posts.appoint(CODE, new NewAppointment(post, person, "测量", LONG_AGO, null, null));
        return new Actor(
                CODE, person, post, role, unit.id(), unit.path(), "测量", unit.name() + " · 经办");
    }

    Actor village(int at) {
        return villages.get(at);
    }

    Actor township(int at) {
        return townships.get(at);
    }

    Actor department(int at) {
        return departments.get(at);
    }

    Actor office() {
        return office;
    }
}
