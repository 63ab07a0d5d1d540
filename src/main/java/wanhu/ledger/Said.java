package wanhu.ledger;

import java.time.LocalDate;
import wanhu.base.Fen;
import wanhu.base.Refused;

/**
 * What an act leaves in the history.
 *
 * @param publicly whether the public reads it
 * @param on the day on which it was so
 */
record Said(String text, boolean publicly, LocalDate on, Fen spent, int asked, int satisfied) {

    /**
     * The line of an act, its text cleaned.
     *
     * @param before the project before it
     * @throws Refused INVALID when the text is too long, RULE when the public would read somebody's
     *     number
     */
    static Said of(Act act, Project before, LocalDate today) {
        return switch (act) {
            case Act.Propose _, Act.Claim _, Act.Hear _ -> line("", false, today);
            case Act.Amend amend -> line(amend.reason(), before.published(), today);
            case Act.Link link -> line(link.matterNumber(), false, today);
            case Act.Choose choose -> line(choose.basis(), true, today);
            case Act.Start start -> line(start.note(), true, today);
            case Act.Report report -> {
                var line = line(report.text(), report.publicly(), report.on());
                yield new Said(line.text(), line.publicly(), report.on(), report.spent(), 0, 0);
            }
            case Act.Finish finish -> line(finish.result(), true, today);
            case Act.Check check -> {
                var text = checked(check.method(), false);
                yield new Said(text, false, today, Fen.ZERO, check.asked(), check.satisfied());
            }
            case Act.Reopen reopen -> line(reopen.reason(), true, today);
            case Act.StrikeOff strike -> line(strike.note(), true, today);
            case Act.Drop drop -> line(drop.reason(), before.published(), today);
        };
    }

    /** The same line with another text. */
    Said saying(String other) {
        return new Said(checked(other, publicly), publicly, on, spent, asked, satisfied);
    }

    private static Said line(String text, boolean publicly, LocalDate on) {
        return new Said(checked(text, publicly), publicly, on, Fen.ZERO, 0, 0);
    }

    private static String checked(String text, boolean publicly) {
        var clean = Wish.clean(text);
        Refused.unless(
                Refused.Kind.INVALID,
                clean.codePointCount(0, clean.length()) <= Wish.TEXT_CHARACTERS_MAX,
                "ledger.refused.long",
                Wish.TEXT_CHARACTERS_MAX);
        return publicly ? Wish.presentable(clean) : clean;
    }
}
