package wanhu;

import wanhu.base.Actor;
import wanhu.org.Unit;

/** The pages of the story, each opened by the person to whom it belongs. */
final class StoryPages {
    private final Browsers browsers;

    StoryPages(Browsers browsers) {
        this.browsers = browsers;
    }

    /** A resident with her phone; she has no account. */
    Tab resident(String path) {
        return browsers.phone().open(path);
    }

    /** She follows her matter, with the last digits of her phone. */
    Tab follower(String code, String phone) {
        return prove(resident("/m/" + code), phone.substring(phone.length() - 4));
    }

    /** Somebody comes with the code of her slip in her hand. */
    Tab track(String code, String tail) {
        var phone = resident("/track");
        write(phone, "code", code);
        phone.press("查询");
        chapter(phone, "9-door");
        return prove(phone, tail);
    }

    /** Types the last digits of the phone at the door of a matter. */
    static Tab prove(Tab tab, String tail) {
        write(tab, "tail", tail);
        return tab.press("打开我的事项");
    }

    /** The village works on a phone. */
    Tab village(Actor clerk, String path) {
        return enter(browsers.phone(), clerk).open(path);
    }

    /** Township, county and departments work at a desk. */
    Tab office(Actor clerk, String path) {
        return enter(browsers.desktop(), clerk).open(path);
    }

    private static Tab enter(Tab tab, Actor clerk) {
        tab.open("/sign-in");
        tab.page().click("button[value='" + clerk.post() + "']");
        return tab;
    }

    /** The page as it is kept for the record, after everybody can use it. */
    static void chapter(Tab tab, String name) {
        tab.accessible().screenshot("story-" + name);
    }

    /** Writes into the field with that name. */
    static void write(Tab tab, String field, String text) {
        tab.page().fill("#f-" + field, text);
    }

    /** Chooses from the list with that name. */
    static void choose(Tab tab, String field, String value) {
        tab.page().selectOption("#f-" + field, value);
    }

    /** Ticks the answer. */
    static void tick(Tab tab, String field, String value) {
        tab.page().check("input[name='" + field + "'][value='" + value + "']");
    }

    /** From the list of the meeting to the decision that the first item is raised. */
    static void raise(Tab tab, String reason, String tried) {
        tab.press("研究第 1 件");
        tab.page().click("summary:has-text('上报')");
        choose(tab, "reason", reason);
        write(tab, "tried", tried);
        tab.press("决定上报");
    }

    /** Ends the meeting, whose minutes the product drafts. */
    static void end(Tab tab, String host, String others) {
        tab.fill("主持人", host).fill("其他出席人员", others);
        tab.press("散会，生成纪要");
    }

    /** Opens the form of a step of a matter. */
    static Tab step(Tab tab, String number, String step) {
        return tab.open("/matters/" + number + "?step=" + step);
    }

    /** Takes the step whose form is open. */
    static void take(Tab tab) {
        tab.page().click("#step form .button.main");
    }

    /** The meeting names the lead for 40 working days and the paired unit to help within 30. */
    static void dispatch(Tab tab, Unit lead, Unit paired) {
        tab.page().click("summary:has-text('派单')");
        choose(tab, "lead", lead.id().toString());
        write(tab, "days", "40");
        tick(tab, "with", paired.id().toString());
        write(tab, "withDays", "30");
        chapter(tab, "4-dispatch");
        tab.page().click("details[open] .button.main");
    }

    /** Writes what the public reads, looks at it and publishes it. */
    static void publish(Tab tab, String title, String text) {
        write(tab, "title", title);
        write(tab, "text", text);
        tab.press("预览");
        chapter(tab, "8-preview");
        tab.page().click("button[name='publish']");
    }
}
