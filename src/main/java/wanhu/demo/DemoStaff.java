package wanhu.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.Posts;
import wanhu.org.Slot;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Accounts;
import wanhu.people.Login;
import wanhu.people.NewAccount;

/** Appoints the invented staff of the demonstration, and gives a dozen of them a button. */
@Component
class DemoStaff {
    private static final String DESK = "DESK";

    private final DemoCounty county;
    private final Posts posts;
    private final Accounts accounts;
    private final DemoStore store;
    private final Map<String, Actor> actors = new HashMap<>();

    DemoStaff(DemoCounty county, Posts posts, Accounts accounts, DemoStore store) {
        this.county = county;
        this.posts = posts;
        this.accounts = accounts;
        this.store = store;
    }

    /** A line of the table of posts. */
    private record Line(
            String where, Role role, String title, int order, @Nullable Slot slot, int button) {
        static Line of(String[] cells) {
            return new Line(
                    cells[0],
                    Role.valueOf(cells[1]),
                    cells[2],
                    Integer.parseInt(cells[3]),
                    cells[4].isEmpty() ? null : Slot.valueOf(cells[4]),
                    cells[5].isEmpty() ? 0 : Integer.parseInt(cells[5]));
        }
    }

    void appoint(LocalDate from, Random random) {
        var names = new DemoNames(random);
        var lines = DemoTable.rows("posts.tsv").stream().map(Line::of).toList();
        for (Unit unit : staffed()) {
            for (Line line : lines) {
                if (line.where().equals(where(unit)) && !vacant(line, random)) {
                    appoint(unit, line, names.next(), from);
                }
            }
        }
    }

    /** Some roster slots stay empty, so that the completeness check has something to show. */
    private static boolean vacant(Line line, Random random) {
        return line.slot() != null && line.button() == 0 && random.nextInt(4) == 0;
    }

    private List<Unit> staffed() {
        var tree = county.tree();
        var working = county.workingVillages();
        return tree
                .subtree(tree.byCode(Integer.toString(DemoCounty.CODE)).orElseThrow().path())
                .stream()
                .filter(unit ->
                        tree.level(unit.id()).above(Level.VILLAGE)
                                || working.stream()
                                        .anyMatch(each -> each.path().contains(unit.path())))
                .toList();
    }

    private String where(Unit unit) {
        if (unit.kind() == UnitKind.DEPARTMENT) {
            return unit.equals(desk()) ? DESK : "DEPARTMENT";
        }
        return unit.kind().level().name();
    }

    /** The last department of the table answers the phone. */
    private Unit desk() {
        return county.department(DemoTable.rows("departments.tsv").getLast()[0]);
    }

    private void appoint(Unit unit, Line line, String name, LocalDate from) {
        var person = Ids.next();
        var post =
                posts.create(
                        DemoCounty.CODE,
                        new NewPost(
                                unit.id(), line.title(), line.role(), line.order(), line.slot()));
        posts.appoint(DemoCounty.CODE, new NewAppointment(post, person, name, from, null, null));
        var actor =
                new Actor(
                        DemoCounty.CODE,
                        person,
                        post,
                        line.role(),
                        unit.id(),
                        unit.path(),
                        name,
                        unit.name() + " · " + line.title());
        actors.putIfAbsent(key(line.role(), unit.id()), actor);
        if (line.button() > 0 && shown(unit, line)) {
            var login = new Login("demo" + line.button());
            var account =
                    accounts.createDemo(new NewAccount(DemoCounty.CODE, person, login, name, null));
            store.addButton(actor, account, line.button());
        }
    }

    /** One unit of each sort has buttons: those of the story. */
    private boolean shown(Unit unit, Line line) {
        var village = county.tree().byCode(DemoCounty.STORY_VILLAGE).orElseThrow();
        return switch (line.where()) {
            case "VILLAGE" -> unit.equals(village);
            case "TOWNSHIP" -> unit.equals(county.township(village));
            case "GRID" ->
                    village.path().contains(unit.path())
                            && unit.equals(county.tree().children(village.id()).getFirst());
            case "DEPARTMENT" -> unit.equals(county.department(0));
            default -> true;
        };
    }

    private static String key(Role role, UUID unit) {
        return role + " " + unit;
    }

    Actor actor(Role role, Unit unit) {
        var actor = actors.get(key(role, unit.id()));
        if (actor == null) {
            throw new IllegalStateException(
                    "Expected a " + role + " in " + unit.name() + " but there is none");
        }
        return actor;
    }

    Actor atDesk(Role role) {
        return actor(role, desk());
    }
}
