package wanhu.topic;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import wanhu.matter.MatterLine;

/**
 * What many people tell, as one post sees it.
 *
 * @param made what people made of it
 * @param words its frequent words
 * @param counts over the whole county
 * @param reporters different people behind it in the window; nobody is named
 * @param trend against the same weeks before
 * @param seen those of its matters that the post may see, the latest first
 */
record HotTopic(
        TopicStore.Made made,
        List<String> words,
        TopicCounts.Counted counts,
        int reporters,
        Trend trend,
        List<MatterLine> seen) {

    UUID id() {
        return counts.id();
    }

    /** As people call it, or its words. */
    String name() {
        return made.name().isEmpty() ? String.join("、", words) : made.name();
    }

    /** Of what most of its matters are. */
    String category() {
        return most(seen, MatterLine::category);
    }

    private static String most(
            List<MatterLine> lines, java.util.function.Function<MatterLine, String> of) {
        var counts = new java.util.TreeMap<String, Integer>();
        lines.forEach(line -> counts.merge(of.apply(line), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("other");
    }

    /** How many of the matters that are seen are of that category. */
    int ofCategory() {
        var most = category();
        return (int) seen.stream().filter(line -> line.category().equals(most)).count();
    }

    /** Who has the matters that are seen, those with most first. */
    List<Map.Entry<UUID, Integer>> holders() {
        return ranked(MatterLine::holder);
    }

    /** Where they happened. */
    List<Map.Entry<UUID, Integer>> places() {
        return ranked(MatterLine::place);
    }

    private List<Map.Entry<UUID, Integer>> ranked(
            java.util.function.Function<MatterLine, UUID> of) {
        var counts = new java.util.TreeMap<UUID, Integer>();
        seen.forEach(line -> counts.merge(of.apply(line), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue().reversed())
                .toList();
    }
}
