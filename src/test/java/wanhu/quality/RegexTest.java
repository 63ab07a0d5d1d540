package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of the product, read from its sources, on long texts that were made to
 * stop it (CWE-1333): none takes long, none fills the stack.
 */
class RegexTest {
    private static final int CHARACTERS = 100_000;

    /** How often a character may be looked at; so many looks take less than a tenth of a second. */
    private static final int LOOKS_MAX = 60;

    /** Calls that look for more than the whole. */
    private static final Pattern FINDING =
            Pattern.compile("\\.(find|results|replaceAll|replaceFirst|split|splitAsStream)\\(");

    private static final Set<String> TAKING =
            Set.of("compile", "matches", "replaceAll", "replaceFirst", "split");

    /** What the texts are made of; each ends with a sign that fits nowhere. */
    private static final List<String> PIECES =
            List.of(
                    "a", "0", "1", "13", " ", "\t", "-", ".a", "00.", "0000.", "1-", "\"", "村", "（",
                    "X1", "_", "1,", "{0}");

    /** Where it stands, and whether there is looked for more than the whole text. */
    private record Place(String at, boolean finds) {}

    @Test
    void readsAHundredThousandCharactersInATenthOfASecond() {
        var slow = new ArrayList<String>();
        var all = expressions();
        all.forEach((expression, place) -> {
            for (String piece : PIECES) {
                if (!quick(Pattern.compile(expression), place.finds(), piece)) {
                    slow.add(place.at() + " " + expression + " on " + piece);
                }
            }
        });

        assertThat(all).hasSizeGreaterThan(50);
        assertThat(slow).isEmpty();
    }

    private static boolean quick(Pattern pattern, boolean finds, String piece) {
        var text = piece.repeat(CHARACTERS / piece.length()) + "\u0001";
        try {
            boolean whole = pattern.matcher(new Counted(text)).matches();
            return !finds
                    || pattern.matcher(new Counted(text)).results().count() >= (whole ? 1 : 0);
        } catch (StackOverflowError | TooOften _) {
            return false;
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long left = (long) LOOKS_MAX * CHARACTERS;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int at) {
            if (--left < 0) {
                throw new TooOften();
            }
            return text.charAt(at);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int until) {
            return text.subSequence(from, until);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Map<String, Place> expressions() {
        var all = new TreeMap<String, Place>();
        for (var file : Sources.mainJava()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    if (call.getMethodSelect() instanceof MemberSelectTree select
                            && TAKING.contains(select.getIdentifier().toString())
                            && !call.getArguments().isEmpty()) {
                        text(call.getArguments().getFirst())
                                .ifPresent(text -> all.put(text, place(file, call, select)));
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(file.tree(), null);
        }
        return all;
    }

    private static Place place(
            Sources.Java file, MethodInvocationTree call, MemberSelectTree select) {
        boolean whole = select.getIdentifier().contentEquals("matches");
        return new Place(file.at(call), !whole && FINDING.matcher(file.text()).find());
    }

    /** A string that stands in the source, whole or in pieces. */
    private static Optional<String> text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text ->
                    Optional.of(text);
            case BinaryTree sum ->
                    text(sum.getLeftOperand())
                            .flatMap(left -> text(sum.getRightOperand()).map(left::concat));
            default -> Optional.empty();
        };
    }
}
