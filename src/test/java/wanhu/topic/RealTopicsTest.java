package wanhu.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wanhu.Shared;
import wanhu.base.OrgPath;
import wanhu.matter.ToldMatters.Told;

/**
 * Groups of thousands of real messages with seven labels: how pure they are, and how much they tell
 * of the label. The messages belong to others and aren't part of the repository.
 */
class RealTopicsTest {
    private static final int MESSAGES_MAX = 2_000;

    @Test
    void groupsOfRealMessagesAreMostlyOfOneLabel() throws IOException {
        var file = Shared.file("messages/labelled_segmented_train.tsv");
        var lines = Files.readAllLines(file).stream().skip(1).toList();
        int every = Math.max(1, lines.size() / MESSAGES_MAX);
        var grouping = Grouping.empty();
        var groups = new HashMap<UUID, Map<String, Integer>>();
        int count = 0;
        for (int at = 0; at < lines.size(); at += every) {
            var cells = lines.get(at).split("\t", 2);
            var text = cells[1].replace(" ", "");
            var told =
                    new Told(
                            new UUID(9, at),
                            at,
                            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(at),
                            OrgPath.ofDivision("150524"),
                            "other",
                            text.substring(0, Math.min(20, text.length())),
                            text);
            groups.computeIfAbsent(grouping.place(told), _ -> new HashMap<>())
                    .merge(cells[0], 1, Integer::sum);
            count++;
        }
        var large = groups.values().stream().filter(each -> sum(each) >= 3).toList();
        int inLarge = large.stream().mapToInt(RealTopicsTest::sum).sum();
        double purity = purity(large);
        System.out.printf(
                Locale.ROOT,
                "topic quality: %d messages, %d groups, %d of 3 or more with %d messages; purity %.3f, NMI %.3f%n",
                count,
                groups.size(),
                large.size(),
                inLarge,
                purity,
                information(large));

        assertThat(purity).isGreaterThan(0.85);
        // Nine of ten stood alone when the same words had to be copied.
        assertThat((double) inLarge / count).isGreaterThan(0.15);
    }

    private static int sum(Map<String, Integer> group) {
        return group.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double purity(List<Map<String, Integer>> groups) {
        int most =
                groups.stream()
                        .mapToInt(each ->
                                each.values().stream().mapToInt(Integer::intValue).max().orElse(0))
                        .sum();
        return (double) most / groups.stream().mapToInt(RealTopicsTest::sum).sum();
    }

    /** Normalised mutual information with the labels, by the mean of both entropies. */
    private static double information(List<Map<String, Integer>> groups) {
        double all = groups.stream().mapToInt(RealTopicsTest::sum).sum();
        var labels = new HashMap<String, Integer>();
        groups.forEach(each -> each.forEach((label, n) -> labels.merge(label, n, Integer::sum)));
        double both = 0;
        double entropy = 0;
        for (var group : groups) {
            double share = sum(group) / all;
            entropy -= share * Math.log(share);
            for (var each : group.entrySet()) {
                double joint = each.getValue() / all;
                both +=
                        joint
                                * Math.log(
                                        joint
                                                / (share
                                                        * labels.getOrDefault(each.getKey(), 0)
                                                        / all));
            }
        }
        for (int n : labels.values()) {
            entropy -= n / all * Math.log(n / all);
        }
        return 2 * both / entropy;
    }
}
