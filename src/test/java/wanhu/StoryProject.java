package wanhu;

import static wanhu.StoryPages.choose;
import static wanhu.StoryPages.write;

import java.util.List;
import wanhu.org.Unit;

/** The livelihood project of the story: 180,000 yuan, a leader, a unit, milestones. */
final class StoryProject {
    private static final List<String> MILESTONES =
            List.of("2026-09-10", "2026-10-15", "2026-10-28");

    private StoryProject() {}

    /** The county makes the project out of the matter and promises it in public. */
    static String promise(Tab desk, String matter, Unit power) {
        desk.open("/projects/new?matter=" + matter);
        write(desk, "title", "九家子村耕地通电");
        write(desk, "summary", "架设 10 千伏线路 3 公里，安装变压器 2 台。");
        write(desk, "leaderName", "阿拉坦");
        write(desk, "leaderTitle", "副县长");
        choose(desk, "responsible", power.id().toString());
        write(desk, "promise", "10月底前九家子村 2000 亩耕地全部通电。");
        write(desk, "deadline", "2026-10-30");
        write(desk, "budget", "180000");
        write(desk, "funding", "县财政专项资金");
        write(desk, "mu", "2000");
        for (int row = 0; row < MILESTONES.size(); row++) {
            desk.page().locator("[name='milestoneDue']").nth(row).fill(MILESTONES.get(row));
        }
        StoryPages.chapter(desk, "5-form");
        desk.page().click("form[action='/projects/new'] .button.main");
        act(desk, "Choose", "8月31日县办会商");
        return desk.page().url().replaceFirst(".*/projects/([^?]*).*", "$1");
    }

    /** Reports in public that a milestone is reached, and what was spent. */
    static void report(Tab desk, int milestone, String text, String spent) {
        desk.page().check("#f-reached-" + milestone);
        write(desk, "spent", spent);
        act(desk, "Report", text);
    }

    /** Acts on the project whose page is open. */
    static void act(Tab desk, String act, String text) {
        var form = desk.page().locator("details:has(input[name='act'][value='" + act + "'])");
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        form.locator("[name='text']").fill(text);
        form.locator(".button.main").click();
    }
}
