package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Heard;
import wanhu.Visitor;
import wanhu.Visitor.Upload;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.Wire;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * What comes in at any door, rightly or wrongly, reaches neither the log of the program nor that of
 * PostgreSQL. What goes through all forms of the product is listened to by {@code
 * wanhu.people.HostileFormsTest}, what is said while things break by {@code wanhu.faults.Product}.
 */
@WanhuTest
class QuietLogTest {
    private static final String NAME = "敖登格日勒其";
    private static final String PHONE = "15547209983";
    private static final String NUMBER = "152325197803127766";
    private static final String SONG = "云雀落在碾盘沟";
    private static final String WORD = "my secret is the blue dog";
    private static final Pattern CODE = Pattern.compile("/m/(\\d{12})");
    private static final Pattern FILE = Pattern.compile("/desk/import/[0-9a-f-]{36}");

    @Autowired Staff staff;
    @Autowired Web web;

    @Test
    void nothingThatSomebodyTellsReachesTheLog() {
        var county = staff.county(150_969);
        var township = staff.below(county, UnitKind.TOWNSHIP, "静镇");
        var village = staff.below(township, UnitKind.VILLAGE, "静村");
        try (var log = new Heard("wanhu.embedded")) {
            var code = tellsAndFollows(village);
            staffWrites(staff.as(Role.COUNTY_CLERK, county), village);
            staffSearches(staff.as(Role.PHONE_DESK, county));
            strangersTry();
            nonsenseIsSent(code);

            assertThat(log.text()).doesNotContain(NAME, PHONE, NUMBER, SONG, WORD, code);
        }
    }

    private String tellsAndFollows(Unit village) {
        var resident = web.visitor().from("198.51.100.211");
        resident.get("/report/text?place=" + village.code() + "&category=road.lamp");
        resident.post("/report/text", form(village, PHONE));
        resident.post("/report/send", form(village, PHONE + "9"));
        resident.post("/report/send", form(village, "\u0000" + PHONE));
        var sent = resident.post("/report/send", form(village, PHONE));
        var found = CODE.matcher(sent.location().orElse(""));
        assertThat(found.find()).isTrue();
        var matter = found.group();
        resident.get(matter + "/data");
        for (List<String> each :
                List.of(
                        List.of("/supplement", "text", SONG),
                        List.of("/data/words", "words", SONG),
                        List.of("/data/contact", "name", NAME + NUMBER),
                        List.of("/data/contact", "phone", PHONE),
                        List.of("/data/complaint", "complaint", SONG),
                        List.of("/withdraw", "reason", SONG),
                        List.of("/rate", "note", SONG))) {
            resident.post(matter + each.get(0), each.get(1), each.get(2), "known", "9983");
        }
        var photo = new Upload(NAME + ".jpg", "image/jpeg", SONG.getBytes(StandardCharsets.UTF_8));
        resident.upload(matter + "/photos", "file", photo);
        return found.group(1);
    }

    private static String[] form(Unit village, String phone) {
        return new String[] {
            "command",
            Ids.next().toString(),
            "place",
            village.code(),
            "category",
            "road.lamp",
            "kind",
            "HELP",
            "text",
            SONG + "，身份证" + NUMBER,
            "spot",
            SONG,
            "name",
            NAME,
            "phone",
            phone
        };
    }

    private void staffWrites(Visitor clerk, Unit village) {
        clerk.get("/desk/new");
        clerk.post("/desk/new", form(village, PHONE + "9"));
        var fields = new ArrayList<>(List.of(form(village, PHONE)));
        fields.addAll(List.of("channel", "PHONE", "act", "REGISTER", "seen", "true"));
        assertThat(clerk.post("/desk/new", fields.toArray(String[]::new)).status()).isEqualTo(303);
        clerk.get("/desk/import");
        var rows =
                "编号,标题,内容,姓名,电话,时间\n1,%s,%s,%s,%s,\n2,%s,%s,%s,%s9,gestern\n"
                        .formatted(SONG, NUMBER, NAME, PHONE, SONG, NUMBER, NAME, PHONE);
        var file = new Upload(SONG + ".csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
        var sent =
                clerk.upload("/desk/import", "file", file, "source", SONG, "place", village.code());
        var path = FILE.matcher(sent.location().orElse(sent.body()));
        assertThat(path.find()).isTrue();
        clerk.get(path.group());
        clerk.post(path.group() + "/start");
    }

    private static void staffSearches(Visitor desk) {
        desk.get("/search?q=" + PHONE);
        desk.get("/search/contact");
        desk.post("/search/contact", "contact", PHONE, "use", "ANSWER_CALLER", "purpose", "回电");
        desk.get("/matters?q=" + NUMBER);
        desk.get("/nowhere/" + PHONE);
    }

    private void strangersTry() {
        var stranger = web.visitor().from("198.51.100.212");
        stranger.get("/sign-in");
        stranger.post("/sign-in", "login", PHONE, "password", WORD);
        stranger.post("/sign-in", "login", WORD, "password", WORD);
        stranger.post("/track", "code", PHONE);
    }

    /** What the server itself refuses. */
    private void nonsenseIsSent(String code) {
        var wire = new Wire(web.address());
        wire.send("GET", "/m/" + code + "/%ZZ?phone=" + PHONE);
        wire.send("GET", "/track?code=" + PHONE + "&name=%E0%80" + NUMBER);
        wire.send("POST", "/report/send", "Content-Type: multipart/form-data; boundary=" + PHONE);
        wire.send("BREW", "/m/" + code, "Cookie: mine=" + PHONE, "X-" + PHONE + ": \u0001");
        wire.raw("GET /track?" + PHONE + " HTTP/9.9\r\nHost: " + PHONE + "\r\n\r\n");
    }
}
