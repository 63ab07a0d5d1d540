package wanhu.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that the matters of a group have in common: runs of two to four characters that stand
 * in most of its texts and in few others. What stands in fewer than {@link #TEXTS_MIN} of them is
 * no word of the group, so that the name of a person in one report never becomes one.
 */
final class Frequent {
    /** Words of a group, at most. */
    static final int WORDS_MAX = 4;

    /** Texts in which a word stands, at least. */
    static final int TEXTS_MIN = 3;

    private static final int LENGTH_MAX = 4;
    private static final int TEXT_CHARACTERS_MAX = 300;
    private static final String EMPTY =
            "的了是有在我们你他她它不也都就还要请问希望能可以和与及或这那个上下来去被把让给到说很太没一二三四五六七八九十两几天年月日时候今昨现前后已经为什么怎么";

    private Frequent() {}

    private record Word(String text, int in, double weight) {}

    /** The words of some texts, the most telling first. */
    static List<String> of(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        texts.forEach(text -> runs(text).forEach(run -> counts.merge(run, 1, Integer::sum)));
        int least = Math.max(TEXTS_MIN, texts.size() * 3 / 10);
        var words =
                counts.entrySet().stream()
                        .filter(each -> each.getValue() >= least)
                        .map(each -> word(each, texts.size()))
                        .sorted(
                                Comparator.comparingDouble(Word::weight)
                                        .reversed()
                                        .thenComparingInt(word -> place(texts, word.text()))
                                        .thenComparing(Word::text))
                        .toList();
        return chosen(words);
    }

    private static Word word(Map.Entry<String, Integer> run, int texts) {
        double share = (double) run.getValue() / texts;
        return new Word(run.getKey(), run.getValue(), share * Math.sqrt(run.getKey().length()));
    }

    /**
     * Where it stands in the first text that has it: what begins a text is rarely torn from a word.
     */
    private static int place(List<String> texts, String word) {
        return texts.stream()
                .mapToInt(text -> text.indexOf(word))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** None that overlaps with one that says more. */
    private static List<String> chosen(List<Word> words) {
        var chosen = new ArrayList<String>();
        for (Word word : words) {
            if (chosen.size() < WORDS_MAX
                    && chosen.stream().noneMatch(other -> overlap(other, word.text()))) {
                chosen.add(word.text());
            }
        }
        return chosen;
    }

    private static boolean overlap(String one, String other) {
        for (int at = 0; at + 2 <= other.length(); at++) {
            if (one.contains(other.substring(at, at + 2))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> runs(String text) {
        var runs = new HashSet<String>();
        int most = Math.min(text.length(), TEXT_CHARACTERS_MAX);
        for (int from = 0; from < most; from++) {
            for (int until = from + 1; until <= Math.min(most, from + LENGTH_MAX); until++) {
                char last = text.charAt(until - 1);
                if (!Character.isIdeographic(last) || EMPTY.indexOf(last) >= 0) {
                    break;
                }
                if (until - from >= 2) {
                    runs.add(text.substring(from, until));
                }
            }
        }
        return runs;
    }
}
