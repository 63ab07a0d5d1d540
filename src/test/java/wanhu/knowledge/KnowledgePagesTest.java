package wanhu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The pages of the knowledge base, without JavaScript. */
@WanhuTest
class KnowledgePagesTest {
    private static final int COUNTY = 154602;
    private static final String QUESTIONS = "/questions?county=" + COUNTY;

    private static final Pattern TITLE = Pattern.compile("草场界线问题\\d+");
    private static final Pattern NEXT =
            Pattern.compile("href=\"(/questions[^\"]*after=[0-9a-f][^\"]*)\"");

    @Autowired Staff staff;
    @Autowired Written written;
    @Autowired Web web;
    @Autowired Residents residents;

    private Unit county;
    private Visitor clerk;
    private Visitor office;

    @BeforeEach
    void people() {
        county = staff.county(COUNTY);
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "住建局");
        clerk = staff.as(Role.DEPARTMENT_CLERK, bureau);
        office = staff.as(Role.COUNTY_CLERK, county);
    }

    private static String[] form(String... changes) {
        var form =
                new ArrayList<>(
                        List.of(
                                "command", Ids.next().toString(),
                                "title", "公交几点停",
                                "body", "晚上八点停。\n节假日到九点。",
                                "basis", "",
                                "audience", "PUBLIC",
                                "categories", "road.bus",
                                "review", "2026-10-01",
                                "expires", "",
                                "edit", "0"));
        for (int at = 0; at < changes.length; at += 2) {
            form.set(form.indexOf(changes[at]) + 1, changes[at + 1]);
        }
        return form.toArray(String[]::new);
    }

    private String published(Visitor by, Visitor checks, String... changes) {
        by.get("/knowledge/new");
        var path = by.post("/knowledge/new", form(changes)).location().orElseThrow();
        path = path.replaceFirst("\\?.*", "");
        by.post(path, "act", "submit", "edit", "1");
        checks.get(path);
        assertThat(checks.follow(checks.post(path, "act", "approve", "edit", "2")).body())
                .contains("已发布");
        return path;
    }

    @Test
    void anArticleIsWrittenCheckedAndListed() {
        var path = published(clerk, office);

        assertThat(clerk.get(path).body()).contains("节假日到九点", "第 1 版", "当前版本");
        assertThat(office.get("/knowledge?q=公交&category=road&sort=REVIEW&view=LIVE").body())
                .contains("公交几点停", "住建局");
        assertThat(office.get("/knowledge?q=没有这样的词").body()).contains("没有符合条件");
    }

    @Test
    void whatWasTypedIsKeptWhenItIsRefused() {
        clerk.get("/knowledge/new");
        var refused = clerk.post("/knowledge/new", form("review", "gestern"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("日期不对", "节假日到九点");
        assertThat(clerk.post("/knowledge/new", form("title", "")).body())
                .contains("请写问题", "节假日到九点");
    }

    @Test
    void aMatterCitesWhatWasFoundForIt() {
        var path = published(clerk, office);
        var matter = residents.told(county, "公交几点停");
        var id = path.substring(path.lastIndexOf('/') + 1);

        assertThat(office.get("/knowledge/cite/" + matter.number()).body())
                .contains("公交几点停", "引用这一条");
        var cited = office.post("/knowledge/cite/" + matter.number(), "article", id);
        assertThat(office.follow(cited).body()).contains("引用的知识", "公交几点停");
        assertThat(office.get(path).body()).contains("引用 1 ");
    }

    @Test
    void residentsSearchReadAndSayWhetherItHelped() {
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "问答局");
        var path =
                published(
                        staff.as(Role.DEPARTMENT_CLERK, bureau),
                        office,
                        "title",
                        "骆驼走丢了怎么找",
                        "categories",
                        "farm");
        var page = path.replace("/knowledge/", "/questions/");
        var resident = web.visitor();

        assertThat(resident.get(QUESTIONS + "&text=骆驼走丢").body()).contains("骆驼走丢了怎么找");
        assertThat(resident.get(QUESTIONS + "&text=zzzz").body()).contains("没有找到答案", "我要反映");
        assertThat(resident.get(QUESTIONS + "&category=farm").status()).isEqualTo(200);
        assertThat(resident.get(page).body()).contains("这个答复有帮助吗", "问答局");
        var no = resident.post(page + "/helped", "helped", "false");
        assertThat(resident.follow(no).body()).contains("哪里没说清楚");
        assertThat(resident.post(page + "/wishes", "text", " ").body()).contains("请写一写");
        var told = resident.post(page + "/wishes", "text", "没说晚上找谁");
        assertThat(resident.follow(told).body()).contains("收到了");
        assertThat(staff.as(Role.DEPARTMENT_CLERK, bureau).get(path).body()).contains("没说晚上找谁");
        assertThat(resident.get("/questions/" + Ids.next()).status()).isEqualTo(404);
    }

    @Test
    void whatIsFoundIsReadInPiecesAndEachCountyHasItsOwn() {
        for (int at = 0; at < 23; at++) {
            written.open(staff.actor(Role.COUNTY_CLERK, county), reader(), "草场界线问题" + at);
        }
        var resident = web.visitor();
        var first = resident.get(QUESTIONS + "&text=草场界线").body();
        var next = NEXT.matcher(first);

        assertThat(first).contains("找到 23 条");
        assertThat(titles(first)).hasSize(20);
        assertThat(next.find()).isTrue();
        var second = resident.get(HtmlUtils.htmlUnescape(next.group(1))).body();
        assertThat(titles(second)).hasSize(3).doesNotContainAnyElementsOf(titles(first));
        assertThat(resident.get("/questions").body())
                .contains("请选择所在的旗县", QUESTIONS)
                .doesNotContain("草场界线问题");
        assertThat(resident.get("/questions?county=154859&text=草场界线").body())
                .doesNotContain("草场界线问题");
    }

    private Actor reader() {
        return staff.actor(Role.LEADER, county);
    }

    private static List<String> titles(String body) {
        return TITLE.matcher(body).results().map(each -> each.group()).distinct().toList();
    }
}
