package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Large;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.people.Staff;

/** The pages of units on a phone and at a desk, with the real county. */
@Large
@BrowserTest
class OrgBrowserTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");

    @Autowired Staff staff;
    @Autowired Imports imports;
    @Autowired Units units;
    @TempDir Path folder;

    @Test
    void unitsAreBrowsedAndChanged(Browsers browsers) throws IOException {
        var file = folder.resolve("kulun.csv");
        try (var tree = Objects.requireNonNull(Units.class.getResourceAsStream("kulun.csv"))) {
            Files.write(file, tree.readAllBytes());
        }
        imports.load(file, null, DAY);
        var tree = units.tree(150524);
        var village = tree.byCode("150524103208").orElseThrow();
        var admin = staff.actor(Role.ADMIN, tree.root().orElseThrow());

        for (Tab tab : new Tab[] {browsers.phone(), browsers.desktop()}) {
            tab.open("/sign-in");
            tab.page().locator("button[value='" + admin.post() + "']").click();
            tab.open("/org").screenshot("org-county").accessible();
            assertThat(tab.text()).contains("六家子镇");
            tab.open("/org?unit=" + village.id()).screenshot("org-village").accessible();
            tab.open("/org?q=jjz").screenshot("org-search").accessible();
            tab.open("/org/rosters?level=VILLAGE").screenshot("org-rosters").accessible();
            tab.open("/org/units/" + village.id() + "/posts").screenshot("org-posts").accessible();
            tab.open("/org/units/" + village.id() + "/act").screenshot("org-act").accessible();
            tab.open("/org/acts").screenshot("org-acts").accessible();
            tab.open("/org/import").screenshot("org-import").accessible();
            importsBadRows(tab);
        }
    }

    private void importsBadRows(Tab tab) throws IOException {
        var bad = folder.resolve("bad.csv");
        Files.writeString(bad, "代码,上级代码,级别,名称\n15O524,15,county,某旗\n150524900,150599,乡镇,=镇\n");
        tab.page().locator("input[type=file]").setInputFiles(bad);
        tab.press("检查文件").screenshot("org-import-bad").accessible();
        assertThat(tab.text()).contains("第 2 行", "找不到上级单位");
    }
}
