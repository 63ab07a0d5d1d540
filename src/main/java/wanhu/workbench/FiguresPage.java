package wanhu.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import wanhu.base.Actor;
import wanhu.board.Histories;
import wanhu.matter.MatterFigures;
import wanhu.matter.MatterFigures.About;
import wanhu.matter.MatterFigures.AtLevel;
import wanhu.matter.MatterFigures.AtUnit;
import wanhu.matter.MatterFigures.OfMonth;
import wanhu.matter.MatterFigures.SolvedAt;
import wanhu.matter.MatterLine;
import wanhu.org.Unit;
import wanhu.shell.Chart;
import wanhu.shell.Screen;

/** Figures of a territory, each with the list of the rows that it counts. */
record FiguresPage(
        Actor actor,
        Asked asked,
        MatterFigures.Standing standing,
        Histories.History history,
        Troubles troubles,
        Names names,
        CategoryNames categories) {

    /**
     * What was asked for.
     *
     * @param span how many months
     * @param idle days without a step from which a matter is stuck
     * @param idles those that can be chosen
     */
    record Asked(LocalDate from, LocalDate until, int span, int idle, List<Integer> idles) {}

    /** What needs somebody above, with the lists of its rows. */
    record Troubles(
            int idle,
            ListForm idleRows,
            int problem,
            ListForm problemRows,
            List<MatterLine> oldest,
            ListForm oldestRows,
            int redos,
            int passes) {}

    List<AtLevel> levels() {
        return standing.levels();
    }

    List<AtUnit> units() {
        return standing.units();
    }

    List<SolvedAt> solved() {
        return history.solved();
    }

    List<OfMonth> months() {
        return history.months();
    }

    List<About> abouts() {
        return history.abouts();
    }

    int open() {
        return sum(levels(), AtLevel::open);
    }

    int soon() {
        return sum(levels(), AtLevel::soon);
    }

    int overdue() {
        return sum(levels(), AtLevel::overdue);
    }

    int allSolved() {
        return sum(solved(), SolvedAt::solved);
    }

    private static <T> int sum(List<T> lines, ToIntFunction<T> value) {
        return lines.stream().mapToInt(value).sum();
    }

    /** Share of a level in what was solved. */
    String share(Screen screen, SolvedAt line) {
        return screen.percent((double) line.solved() / Math.max(1, allSolved()));
    }

    Chart levelChart(Screen screen) {
        return new Chart(
                screen.t("workbench.figures.levels"),
                screen.t("workbench.figures.unit"),
                levels().stream()
                        .map(each ->
                                point(
                                        screen,
                                        screen.t("workbench.level." + each.level()),
                                        each.open()))
                        .toList());
    }

    Chart solvedChart(Screen screen) {
        return new Chart(
                screen.t("workbench.figures.solved"),
                "%",
                solved().stream()
                        .map(each ->
                                new Chart.Point(
                                        screen.t("workbench.level." + each.level()),
                                        (double) each.solved() / Math.max(1, allSolved()),
                                        share(screen, each)))
                        .toList());
    }

    private static Chart.Point point(Screen screen, String label, int value) {
        return new Chart.Point(label, value, screen.number(value));
    }

    /** The list behind a figure. */
    String rows(String... conditions) {
        return FigurePages.form(conditions).address(ListForm.PATH);
    }

    Optional<Unit> unit(AtUnit line) {
        return names.tree().byPath(line.path());
    }

    /**
     * The list of what a unit holds; of the post's own unit and those above without what is below.
     */
    String unitRows(AtUnit line, String state) {
        var id = unit(line).map(each -> each.id().toString()).orElse("");
        boolean own = line.path().contains(actor.path());
        return rows("state", state, "unit", id, "only", own ? "yes" : "");
    }

    String monthReported(OfMonth line) {
        var days = FigurePages.days(line.month(), asked);
        return rows("from", days.getFirst().toString(), "until", days.getLast().toString());
    }

    String monthSolved(OfMonth line) {
        var days = FigurePages.days(line.month(), asked);
        return rows(
                "solved-from",
                days.getFirst().toString(),
                "solved-until",
                days.getLast().toString());
    }

    String solvedRows(SolvedAt line) {
        return rows(
                "solved-level", line.level().name(),
                "solved-from", asked.from().toString(),
                "solved-until", asked.until().toString());
    }

    String aboutRows(About line, String state) {
        return rows(
                "category", line.category(),
                "from", asked.from().toString(),
                "until", asked.until().toString(),
                "state", state);
    }

    String lateness(MatterLine row, Instant now) {
        return row.lateness(now).name();
    }
}
