package wanhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.org.Level;

/** Checks month by month that what came to a level went or is left there, over any lives. */
@Lazy
@Component
public class Balance {
    private final Flow flow;

    Balance(Flow flow) {
        this.flow = flow;
    }

    /** Checks all months from one to another, and says how many matters are left after the last. */
    public int holds(int county, OrgPath place, YearMonth from, YearMonth to) {
        Map<Level, Integer> left = new HashMap<>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            var table = flow.table(county, place, month);
            for (Flow.Line line : table) {
                assertThat(line.balanced()).isTrue();
                assertThat(line.at(FlowCell.CARRIED)).isEqualTo(left.getOrDefault(line.level(), 0));
                left.put(line.level(), line.sum(FlowCell.Side.LEFT));
            }
            assertThat(sum(table, FlowCell.RAISED)).isEqualTo(sum(table, FlowCell.RAISED_HERE));
            assertThat(sum(table, FlowCell.HANDED_DOWN))
                    .isEqualTo(sum(table, FlowCell.HANDED_HERE));
        }
        return left.values().stream().mapToInt(each -> each).sum();
    }

    private static int sum(Iterable<Flow.Line> table, FlowCell cell) {
        int sum = 0;
        for (Flow.Line line : table) {
            sum += line.at(cell);
        }
        return sum;
    }
}
