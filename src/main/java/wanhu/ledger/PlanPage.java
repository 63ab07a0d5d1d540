package wanhu.ledger;

import java.util.Comparator;
import java.util.List;
import wanhu.base.Fen;
import wanhu.calendar.Lateness;

/** 年度民生实事计划: the projects of a year, in the order of their numbers, with their sums. */
record PlanPage(int year, List<Row> rows, List<Integer> years, Sums total, long done) {

    /** The plan of those projects; dropped ones stand in it and count in no sum. */
    static PlanPage of(int year, List<Row> rows, List<Integer> years) {
        var sorted =
                rows.stream().sorted(Comparator.comparing(row -> row.project().number())).toList();
        var counted =
                sorted.stream().filter(row -> row.project().phase() != Phase.DROPPED).toList();
        var total = counted.stream().map(PlanPage::sums).reduce(Sums.NOTHING, Sums::plus);
        long done = counted.stream().filter(row -> row.project().times().done() != null).count();
        return new PlanPage(year, sorted, years, total, done);
    }

    private static Sums sums(Row row) {
        var project = row.project();
        var reach = project.promise().reach();
        return new Sums(
                1,
                row.lateness() == Lateness.OVERDUE ? 1 : 0,
                project.money().budget(),
                new Fen(project.money().spent().amount()),
                reach.households(),
                reach.people(),
                reach.mu());
    }
}
