package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Imports;
import wanhu.org.Level;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.NewUnit;
import wanhu.org.Posts;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;

/**
 * Invented counties with their cities, townships and villages: brought in through the product's own
 * import, with departments and a clerk in each unit.
 */
public final class Land {
    /** The first county has the code of the demonstration, so that its sign-in buttons work there. */
    static final int FIRST = 150_524;

    private static final int CITY_COUNTIES = 20;
    private static final int PROVINCE_COUNTIES = 500;

    /** Codes of provinces that the standard has not given to anybody. */
    private static final int PROVINCE = 55;

    private static final List<String> DEPARTMENTS =
            List.of(
                    "农电局", "信访局", "水利局", "交通运输局", "住房和城乡建设局", "民政局", "农牧和科技局", "教育体育局",
                    "人力资源和社会保障局", "自然资源局", "卫生健康委员会", "公安局", "应急管理局", "生态环境分局", "医疗保障局",
                    "林业和草原局", "市场监督管理局");
    private static final String DESK = "12345热线中心";
    private static final String FAMILIES = "白包陈韩何金李梁刘马齐孙王吴席杨张赵";
    private static final String[] GIVEN = {
        "玉兰", "淑珍", "建军", "海山", "国良", "春梅", "秀英", "志强", "文斌", "晓红", "乌云", "其木格", "巴特尔", "德胜"
    };
    private static final String[] PLACES = {
        "东风", "新立", "红旗", "兴隆", "向阳", "双河", "白音", "哈达", "平安", "大林", "西湖", "三家子", "榆树", "柳河", "沙日",
        "前进", "永丰", "胜利", "新民", "石桥", "杨树", "清河", "南甸", "北坡", "茂林", "胡日哈", "额勒顺", "水泉"
    };

    private final Units units;
    private final Posts posts;
    private final Imports imports;
    private final LocalDate from;
    private final long seed;

    /**
     * Where is founded.
     *
     * @param from the first day of all units and posts
     */
    Land(ApplicationContext product, LocalDate from, long seed) {
        units = product.getBean(Units.class);
        posts = product.getBean(Posts.class);
        imports = product.getBean(Imports.class);
        this.from = from;
        this.seed = seed;
    }

    /** A founded county with its clerks. */
    public record County(int code, Tree tree, Map<String, Actor> actors, Unit desk) {
        /** Who has that role in the unit. */
        public Actor actor(Role role, UUID unit) {
            var actor = actors.get(role + " " + unit);
            if (actor == null) {
                throw new IllegalStateException("Expected a " + role + " in " + unit);
            }
            return actor;
        }

        /** The clerk of a village, of its township, of the county. */
        Actor clerk(Side.Scope scope, int village) {
            var unit = tree.villages(root().path()).get(village);
            return switch (scope) {
                case VILLAGE -> actor(Role.VILLAGE_CLERK, unit.id());
                case TOWNSHIP ->
                        actor(Role.TOWNSHIP_CLERK, tree.above(unit.id(), Level.TOWNSHIP).orElseThrow().id());
                case COUNTY -> actor(Role.COUNTY_CLERK, root().id());
            };
        }

        Unit root() {
            return tree.root().orElseThrow();
        }
    }

    /** The code of one of the counties, from 0: the first is that of the demonstration. */
    static int code(int at) {
        return at == 0
                ? FIRST
                : (PROVINCE + at / PROVINCE_COUNTIES) * 10_000
                        + (1 + at % PROVINCE_COUNTIES / CITY_COUNTIES) * 100
                        + 21
                        + at % CITY_COUNTIES;
    }

    /** Founds so many counties; the file goes through the product's import. */
    void found(int counties, Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("units.csv");
            Files.write(file, rows(0, counties));
            imports.load(file, null, from);
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines of a file with so many counties from one on, with its heading. */
    List<String> rows(int first, int counties) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<String>();
        rows.add("code,parent,level,name");
        for (int at = first; at < first + counties; at++) {
            int code = code(at);
            if (at < 2 || at % CITY_COUNTIES == 0) {
                rows.add("%d,%d,city,%s市".formatted(code / 100, code / 10_000, plain(random)));
            }
            rows.add("%d,%d,county,%s县".formatted(code, code / 100, plain(random)));
            int townships = random.nextInt(9, 15);
            var names = shuffled(random);
            for (int township = 0; township < townships; township++) {
                var above = "%d%03d".formatted(code, 100 + township);
                rows.add("%s,%d,township,%s%s".formatted(above, code, names.get(township), township % 4 == 3 ? "乡" : "镇"));
                int villages = random.nextInt(9, 20);
                for (int village = 0; village < villages; village++) {
                    rows.add("%s%03d,%s,village,%s村".formatted(above, 200 + village, above, name(random)));
                }
            }
        }
        return rows;
    }

    private static String plain(SplittableRandom random) {
        return PLACES[random.nextInt(PLACES.length)];
    }

    private static String name(SplittableRandom random) {
        var one = plain(random);
        return random.nextInt(3) == 0 ? one : one + "东西南北上下前后".charAt(random.nextInt(8));
    }

    private static List<String> shuffled(SplittableRandom random) {
        var names = new ArrayList<>(List.of(PLACES));
        Collections.shuffle(names, new Random(random.nextLong()));
        return names;
    }

    /** Gives a county of {@link #found} its departments and clerks. */
    County staff(int code) {
        var root = units.tree(code).root().orElseThrow();
        for (var name : DEPARTMENTS) {
            found(root, name);
        }
        var desk = found(root, DESK);
        var tree = units.tree(code);
        var actors = new HashMap<String, Actor>();
        var random = new SplittableRandom(seed + code);
        for (var unit : tree.subtree(root.path())) {
            for (var role : roles(unit, desk)) {
                actors.put(role + " " + unit.id(), appoint(code, unit, role, random));
            }
        }
        return new County(code, tree, actors, desk);
    }

    private Unit found(Unit root, String name) {
        return units.found(
                root.county(), new NewUnit(root.id(), UnitKind.DEPARTMENT, name, null, from, null));
    }

    private static List<Role> roles(Unit unit, Unit desk) {
        if (unit.kind() == UnitKind.DEPARTMENT) {
            return unit.id().equals(desk.id())
                    ? List.of(Role.PHONE_DESK, Role.FOLLOW_UP)
                    : List.of(Role.DEPARTMENT_CLERK);
        }
        return switch (unit.level()) {
            case GRID -> List.of(Role.GRID_WORKER);
            case VILLAGE -> List.of(Role.VILLAGE_CLERK);
            case TOWNSHIP -> List.of(Role.TOWNSHIP_CLERK, Role.LEADER);
            case COUNTY, CITY, PROVINCE -> List.of(Role.COUNTY_CLERK, Role.LEADER);
        };
    }

    private Actor appoint(int code, Unit unit, Role role, SplittableRandom random) {
        var person = Ids.next();
        var title = role == Role.LEADER ? "分管领导" : "民情经办";
        var name =
                FAMILIES.charAt(random.nextInt(FAMILIES.length())) + GIVEN[random.nextInt(GIVEN.length)];
        var post = posts.create(code, new NewPost(unit.id(), title, role, 10, null));
        posts.appoint(code, new NewAppointment(post, person, name, from, null, null));
        return new Actor(
                code, person, post, role, unit.id(), unit.path(), name, unit.name() + " · " + title);
    }
}
