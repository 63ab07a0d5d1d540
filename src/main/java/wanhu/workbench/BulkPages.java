package wanhu.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Word;
import wanhu.life.By;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.shell.OwnPath;

/** One step on many matters, each in a transaction of its own, with a result for each. */
@Controller
@ForMatters
class BulkPages {
    private static final int ROWS_MAX = 100;
    private static final int NOTE_CHARACTERS_MAX = 2_000;

    /** Steps that ask for nothing but a note and can't do harm in a row. */
    private static final Set<String> STEPS = Set.of("Sign", "Remark");

    private final Matters matters;

    BulkPages(Matters matters) {
        this.matters = matters;
    }

    @PostMapping("/matters/bulk")
    ModelAndView take(Actor actor, HttpServletRequest request) {
        var rows = request.getParameterValues("row");
        var back = OwnPath.or(text(request, "back"), ListForm.PATH);
        var step = text(request, "step");
        var wish = wish(step, text(request, "note").strip());
        if (rows == null || rows.length > ROWS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "workbench.refused.bulk", ROWS_MAX);
        }
        var results = new ArrayList<BulkPage.Result>();
        for (String each : rows) {
            results.add(take(actor, each, text(request, "command"), wish));
        }
        return Html.page("workbench/bulk", new BulkPage(step, results, back));
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static Step wish(String step, String note) {
        if (!STEPS.contains(step) || note.codePointCount(0, note.length()) > NOTE_CHARACTERS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "workbench.refused.form");
        }
        if (step.equals("Sign")) {
            return new Step.Sign();
        }
        if (note.isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "workbench.refused.note");
        }
        return new Step.Remark(note);
    }

    private BulkPage.Result take(Actor actor, String row, String command, Step step) {
        int cut = row.indexOf('~');
        var number = cut < 0 ? row : row.substring(0, cut);
        try {
            var matter = matters.get(actor, number);
            int version = cut < 0 ? matter.version() : Integer.parseInt(row.substring(cut + 1));
            var own = UUID.nameUUIDFromBytes((command + number).getBytes(StandardCharsets.UTF_8));
            matters.take(
                    new By.Staff(actor),
                    new Taking(matter.county(), matter.id(), version, own, step, null, null));
            return new BulkPage.Result(number, matter.about().title(), null);
        } catch (Refused no) {
            return new BulkPage.Result(number, "", new Word(no.word(), no.arguments()));
        } catch (NumberFormatException _) {
            return new BulkPage.Result(number, "", Word.of("workbench.refused.form"));
        }
    }
}

/**
 * What became of each.
 *
 * @param back where one came from
 */
record BulkPage(String step, List<Result> results, String back) {
    /**
     * One matter.
     *
     * @param refused why not; null when it was done
     */
    record Result(String number, String title, @Nullable Word refused) {}

    long done() {
        return results.stream().filter(each -> each.refused() == null).count();
    }
}
