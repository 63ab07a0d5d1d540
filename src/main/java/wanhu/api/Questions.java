package wanhu.api;

import static wanhu.api.Question.choice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Stage;
import wanhu.matter.Lens;
import wanhu.matter.MatterQuery;
import wanhu.org.Level;
import wanhu.token.Problem;

/** What each list may be asked; anything else in an address is refused by its name. */
enum Questions {
    /** Nothing. */
    NONE,
    /** Lists of matters: all that the lists of the pages can be asked. */
    MATTERS,
    /** A file of matters: the same without an order and pieces. */
    EXPORT,
    /** Figures. */
    FIGURES,
    /** Units. */
    UNITS;

    private static final Set<String> PAGING = Set.of("sort", "size", "cursor");
    private static final List<Question> OF_MATTERS =
            List.of(
                    choice("lens", Lens.values()),
                    Question.of("q", Question.Type.TEXT),
                    choice("kind", Kind.values()),
                    Question.of("category", Question.Type.TEXT),
                    choice("channel", Channel.values()),
                    choice("stage", Stage.values()),
                    choice("state", MatterQuery.State.values()),
                    Question.of("place", Question.Type.UNIT),
                    Question.of("from", Question.Type.DAY),
                    Question.of("until", Question.Type.DAY),
                    choice("level", Level.values()),
                    Question.of("unit", Question.Type.UNIT),
                    Question.of("only", Question.Type.YES_NO),
                    choice("solved_level", Level.values()),
                    Question.of("solved_from", Question.Type.DAY),
                    Question.of("solved_until", Question.Type.DAY),
                    Question.of("urgent", Question.Type.YES_NO),
                    Question.of("supporters", Question.Type.NUMBER),
                    choice("trouble", MatterQuery.Trouble.values()),
                    Question.of("limit", Question.Type.NUMBER),
                    Question.of("units", Question.Type.NUMBER),
                    choice("sort", MatterQuery.Sort.values()),
                    Question.of("size", Question.Type.NUMBER),
                    Question.of("cursor", Question.Type.CURSOR));
    private static final List<Question> OF_UNITS =
            List.of(
                    Question.of("below", Question.Type.UNIT),
                    Question.of("size", Question.Type.NUMBER),
                    Question.of("cursor", Question.Type.CURSOR));

    /** Each of them. */
    List<Question> all() {
        return switch (this) {
            case NONE -> List.of();
            case MATTERS -> OF_MATTERS;
            case EXPORT ->
                    OF_MATTERS.stream().filter(each -> !PAGING.contains(each.name())).toList();
            case FIGURES -> List.of(Question.of("months", Question.Type.NUMBER));
            case UNITS -> OF_UNITS;
        };
    }

    /**
     * What was asked.
     *
     * @throws Problem 400 with each fault
     */
    Query read(HttpServletRequest request) {
        var faults = new ArrayList<Problem.Fault>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    var known = all().stream().filter(each -> each.name().equals(name)).findFirst();
                    if (known.isEmpty()) {
                        faults.add(Problem.Fault.of(Problem.shown(name), "api.fault.question"));
                    } else if (values.length > 1) {
                        faults.add(Problem.Fault.of(name, "api.fault.twice"));
                    } else if (!Query.fits(known.get(), values[0])) {
                        faults.add(
                                Problem.Fault.of(
                                        name, "api.fault.value", Problem.shown(values[0])));
                    }
                });
        if (!faults.isEmpty()) {
            throw new Problem(HttpStatus.BAD_REQUEST, faults);
        }
        return new Query(request::getParameter);
    }
}
