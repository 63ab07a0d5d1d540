package wanhu.ledger;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Wall;
import wanhu.matter.Matters;
import wanhu.matter.Reports;

/** What people say of a project: those who asked for it, and those who were asked. */
@Component
class ProjectRatings {
    private final ProjectStore store;
    private final HistoryStore events;
    private final Matters matters;
    private final Reports reports;

    ProjectRatings(ProjectStore store, HistoryStore events, Matters matters, Reports reports) {
        this.store = store;
        this.events = events;
        this.matters = matters;
        this.reports = reports;
    }

    /** The ratings of the requesters of all linked matters; dissatisfied are the lower grades. */
    Opinion ofRequesters(Project project) {
        // Those who asked count, wherever they asked.
        var given =
                Wall.whole(() ->
                        store.matters(project).stream()
                                .map(each -> matters.get(project.county(), each))
                                .flatMap(each -> reports.of(each).stream())
                                .flatMap(each -> Stream.ofNullable(each.rating()))
                                .toList());
        int satisfied = (int) given.stream().filter(each -> !each.grade().unhappy()).count();
        return new Opinion(given.size(), satisfied);
    }

    /** The last check of satisfaction; of nobody when there was none since it was done. */
    Opinion ofCheck(Project project) {
        return events.of(project).stream()
                .filter(each -> each.act().equals("Check") || each.act().equals("Finish"))
                .findFirst()
                .map(each -> new Opinion(each.asked(), each.satisfied()))
                .orElse(Opinion.NOBODY);
    }

    /** How many were heard. */
    int heard(Project project) {
        return ofRequesters(project).all() + ofCheck(project).all();
    }
}
