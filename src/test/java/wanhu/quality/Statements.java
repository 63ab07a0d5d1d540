package wanhu.quality;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every SQL text that the product can send, read from its sources.
 *
 * <p>A text may be put together from pieces as long as each piece can be read too: text blocks,
 * constants, {@code condition ? "a" : "b"}, {@code formatted}, a switch, a method of the same file
 * that returns such pieces, what its calls give to a parameter, or a text that the constants of an
 * enum carry. All combinations are given. What a query of many filters composes says so in a
 * comment right above the call, with the test that runs its combinations: {@code // Composed; tried
 * by ListsTest.} Anything else is a fault: nobody could tell what reaches the database.
 */
final class Statements {
    private static final Pattern COMPOSED = Pattern.compile("// Composed; tried by (\\w+Test)\\.");

    /** A statement and where it stands. */
    record Statement(String at, String text) {}

    private final List<Statement> found = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final StatementTexts.Kept kept =
            new StatementTexts.Kept(new HashMap<>(), new HashMap<>());

    Statements() {
        Sources.mainJava().forEach(file -> file.tree().accept(new Constants(), null));
        Sources.mainJava().forEach(file -> file.tree().accept(new Calls(file), null));
    }

    private static boolean triedElsewhere(Sources.Java file, MethodInvocationTree call) {
        var above = file.text().lines().toList().get(file.line(call) - 2);
        var comment = COMPOSED.matcher(above);
        return comment.find()
                && Sources.java().stream()
                        .anyMatch(test -> test.path().endsWith(comment.group(1) + ".java"));
    }

    List<Statement> found() {
        return found;
    }

    List<String> unreadable() {
        return unreadable;
    }

    /** Learns the texts that types keep under a name. */
    private final class Constants extends TreeScanner<Void, String> {
        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitVariable(VariableTree variable, String type) {
            if (variable.getInitializer() instanceof NewClassTree constant && type != null) {
                constant.getArguments().forEach(argument -> carry(type, argument));
            }
            if (variable.getInitializer() != null) {
                kept.constants().put(type + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, type);
        }

        private void carry(String type, ExpressionTree argument) {
            if (argument instanceof LiteralTree literal
                    && literal.getValue() instanceof String text) {
                kept.carried().computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(text);
            }
        }
    }

    /** Finds the calls of {@code sql(…)}. */
    private final class Calls extends TreeScanner<Void, ClassTree> {
        private final Sources.Java file;

        Calls(Sources.Java file) {
            this.file = file;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, ClassTree type) {
            if (call.getMethodSelect() instanceof MemberSelectTree method
                    && method.getIdentifier().contentEquals("sql")
                    && call.getArguments().size() == 1) {
                read(call, type);
            }
            return super.visitMethodInvocation(call, type);
        }

        private void read(MethodInvocationTree call, ClassTree type) {
            try {
                new StatementTexts(type, kept)
                        .texts(call.getArguments().getFirst())
                        .forEach(text -> found.add(new Statement(file.at(call), text)));
            } catch (StatementTexts.Unreadable piece) {
                unreadable(call, piece);
            }
        }

        private void unreadable(MethodInvocationTree call, StatementTexts.Unreadable piece) {
            if (!triedElsewhere(file, call)) {
                unreadable.add(file.at(call) + ": " + piece.getMessage());
            }
        }
    }
}
