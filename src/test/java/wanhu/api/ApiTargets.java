package wanhu.api;

import java.util.List;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletRequest;
import wanhu.fuzz.Target;
import wanhu.matter.MatterMark;
import wanhu.token.Body;
import wanhu.token.Problem;
import wanhu.workbench.StepDesk;

/** Bodies and questions of programs. */
public final class ApiTargets {
    private ApiTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                target("api-steps", ApiTargets::steps),
                target("api-reports", text -> new Body(text).as(CommandApi.ReportBody.class)),
                target("api-exports", text -> new Body(text).as(ExportApi.ExportBody.class)),
                target("api-questions", ApiTargets::questions));
    }

    private interface Reader {
        void read(String text);
    }

    private static Target target(String name, Reader reader) {
        return new Target(
                name,
                bytes -> reader.read(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)),
                Set.of(Problem.class));
    }

    private static void steps(String text) {
        var body = new Body(text);
        StepDesk.all()
                .forEach(asked -> {
                    try {
                        StepBody.read(body, asked);
                    } catch (Problem no) {
                        if (asked.inputs().isEmpty()) {
                            throw no;
                        }
                    }
                });
    }

    private static void questions(String text) {
        var request = new MockHttpServletRequest();
        for (String pair : text.split("&", -1)) {
            int cut = Math.max(0, pair.indexOf('='));
            request.addParameter(
                    pair.substring(0, cut), pair.substring(Math.min(pair.length(), cut + 1)));
        }
        var asked = Questions.MATTERS.read(request);
        asked.date("from");
        asked.number("size", 1);
        asked.choice(wanhu.life.Kind.class, "kind");
        MatterMark.parse(asked.text("cursor"));
    }
}
