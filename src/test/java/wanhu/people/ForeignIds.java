package wanhu.people;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.AfterClockMoved;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.files.Files;
import wanhu.ledger.Milestone;
import wanhu.ledger.Project;
import wanhu.ledger.Projects;
import wanhu.ledger.Wish;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.NewPairing;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Routes.Route;

/**
 * A real id for each variable of each route, all of one place: what a stranger could put into the
 * address. A route whose variable has no sample here fails the matrix.
 */
@Lazy
@Component
class ForeignIds {
    static final String SONG = "金丝雀远方";
    static final String NAME = "朝鲁孟高娃";
    static final String PHONE = "13900139227";

    /** What is nobody's: keys of rules and texts, kinds of meetings, cells of the flow. */
    private static final Set<String> NOBODYS =
            Set.of("key", "level", "cell", "/round-kinds/{code}", "/topics/seasons/{code}");

    private final Staff staff;
    private final Reports reports;
    private final Matters matters;
    private final Projects projects;
    private final Posts posts;
    private final Files files;
    private final JdbcClient db;
    private final List<AfterClockMoved> ticks;
    private final TestClock clock;

    ForeignIds(
            Staff staff,
            Reports reports,
            Matters matters,
            Projects projects,
            Posts posts,
            Files files,
            JdbcClient db,
            List<AfterClockMoved> ticks,
            TestClock clock) {
        this.staff = staff;
        this.reports = reports;
        this.matters = matters;
        this.projects = projects;
        this.posts = posts;
        this.files = files;
        this.db = db;
        this.ticks = ticks;
        this.clock = clock;
    }

    /** Everything that has an id at one place, by the variable of the route. */
    record Samples(Map<String, String> ids) {
        Optional<String> of(Route route, String variable) {
            if (variable.equals("id")) {
                return Optional.ofNullable(ids.get(route.pattern().split("/\\{id", -1)[0]));
            }
            if (variable.equals("number") && route.pattern().startsWith("/projects/")) {
                return Optional.ofNullable(ids.get("project"));
            }
            return Optional.ofNullable(ids.get(variable));
        }
    }

    /** Whether the route has ids that belong to a place. */
    static boolean placed(Route route) {
        return route.pattern().contains("{")
                && !NOBODYS.contains(route.pattern())
                && NOBODYS.stream().noneMatch(each -> route.pattern().contains("{" + each + "}"));
    }

    /** Fills a township of a county with a thing of every sort. */
    Samples in(Unit township) {
        int county = township.county();
        var village = staff.below(township, UnitKind.VILLAGE, "远村");
        var grid = staff.below(village, UnitKind.GRID, "远格");
        var receipt = reports.report(null, report(village));
        var matter = matters.get(county, receipt.matter());
        var picture = picture();
        files.add(county, matter.id(), new ByteArrayResource(picture), true);
        ticks.forEach(AfterClockMoved::clockMoved);
        var clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
        var ids = new HashMap<String, String>();
        ids.put("number", matter.number());
        ids.put("matter", matter.id().toString());
        ids.put("step", "Admit");
        ids.put("code", receipt.code());
        ids.put(
                "/matters/{number}/photos",
                one(
                        "select id from files.file where county = :county and subject_id = :of",
                        county,
                        matter.id()));
        ids.put("project", projects.propose(clerk, Ids.next(), wish(township, village)).number());
        ids.put(
                "/rounds",
                one(
                        "select id from round.round where county = :county and body = :of limit 1",
                        county,
                        village.id()));
        ids.put("unit", village.id().toString());
        ids.put("grid", grid.id().toString());
        var holder = staff.actor(Role.VILLAGE_CLERK, village);
        ids.put("post", holder.post().toString());
        ids.put(
                "appointment",
                one(
                        "select id from org.appointment where county = :county and post = :of",
                        county,
                        holder.post()));
        ids.put("account", staff.account(Role.VILLAGE_CLERK, village).toString());
        ids.put(
                "pairing",
                posts.pair(
                                county,
                                new NewPairing(
                                        village.id(),
                                        township.id(),
                                        "",
                                        LocalDate.parse("2026-01-01")))
                        .toString());
        ids.put("act", inserted(ForeignRows.ACT, holder, Ids.next()));
        ids.put("/org/import", inserted(ForeignRows.ORG_FILE, holder, Ids.next()));
        ids.put("/desk/import", inserted(ForeignRows.FILE, holder, Ids.next()));
        ids.put(
                "prompt",
                inserted(ForeignRows.PROMPT, holder, UUID.fromString(ids.get("/rounds"))));
        ids.put("supervision", inserted(ForeignRows.ORDER, holder, matter.id()));
        ids.put("consultation", inserted(ForeignRows.CONSULTATION, holder, matter.id()));
        ids.put("stageReport", inserted(ForeignRows.OWED, holder, matter.id()));
        ids.put("delivery", inserted(ForeignRows.DELIVERY, holder, matter.id()));
        ids.put("token", inserted(ForeignRows.TOKEN, holder, Ids.next()));
        ids.put("hook", inserted(ForeignRows.HOOK, holder, Ids.next()));
        ids.put("call", inserted(ForeignRows.CALL, holder, UUID.fromString(ids.get("hook"))));
        ids.put("incident", inserted(ForeignRows.INCIDENT, holder, matter.id()));
        ids.put("export", inserted(ForeignRows.ASKED, holder, matter.id()));
        ids.put("job", inserted(ForeignRows.JOB, holder, Ids.next()));
        ids.put("handover", inserted(ForeignRows.HANDOVER, holder, matter.id()));
        ids.put("supervisePrompt", inserted(ForeignRows.FOUND, holder, matter.id()));
        ids.put("article", inserted(ForeignRows.ARTICLE, holder, Ids.next()));
        ids.put("wish", Ids.next().toString());
        ids.put("callback", inserted(ForeignRows.CALLBACK, holder, matter.id()));
        ids.put("topic", inserted(ForeignTopics.TOPIC, holder, matter.id()));
        ids.put("monthly", inserted(ForeignTopics.MONTHLY, holder, matter.id()));
        ids.put("exclusion", inserted(ForeignTopics.EXCLUSION, holder, matter.id()));
        ids.put("letter", inserted(ForeignTopics.LETTER, holder, Ids.next()));
        ids.put("bulletin", inserted(ForeignTopics.BULLETIN, holder, Ids.next()));
        return new Samples(Map.copyOf(ids));
    }

    private Report report(Unit village) {
        return new Report(
                village.county(),
                Ids.next(),
                new Report.Content(Kind.HELP, "farm", Channel.WEB, false, SONG, SONG),
                village.id(),
                SONG,
                null,
                new Report.Contact(NAME, PHONE, false, false, true, true),
                clock.instant());
    }

    private static Wish wish(Unit township, Unit village) {
        return new Wish(
                SONG,
                SONG,
                2026,
                village.id(),
                township.id(),
                List.of(),
                new Project.Leader(null, null, "包志强", "镇长"),
                Fen.ofYuan("1000"),
                SONG,
                new Project.Promise(
                        SONG, LocalDate.parse("2026-10-31"), new Project.Reach(1, 0, 0)),
                List.of(new Milestone(1, SONG, 100, LocalDate.parse("2026-10-31"), null)));
    }

    private String one(String sql, int county, UUID of) {
        return db.sql(sql)
                .param("county", county)
                .param("of", of)
                .query(UUID.class)
                .list()
                .getFirst()
                .toString();
    }

    // Only that the row is there counts: the steps to it are long and tested where they belong.
    private String inserted(String sql, wanhu.base.Actor by, UUID id) {
        db.sql(sql)
                .param("county", by.county())
                .param("id", id)
                .param("unit", by.unit())
                .param("path", by.path().text())
                .param("person", by.person())
                .param("post", by.post())
                .param("song", SONG)
                .update();
        return id.toString();
    }

    private static byte[] picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
