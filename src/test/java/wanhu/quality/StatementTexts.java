package wanhu.quality;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives all texts that an expression inside a type can have. */
final class StatementTexts {
    private static final int COMBINATIONS_MAX = 512;

    private final ClassTree type;
    private final Kept kept;

    StatementTexts(ClassTree type, Kept kept) {
        this.type = type;
        this.kept = kept;
    }

    /**
     * Texts that types keep under a name.
     *
     * @param constants "Type.NAME" with its value
     * @param carried texts that the constants of an enum carry, by the enum
     */
    record Kept(Map<String, ExpressionTree> constants, Map<String, Set<String>> carried) {}

    /** A piece that cannot be read. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String piece) {
            super(piece, null, false, false);
        }
    }

    Set<String> texts(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> Set.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> texts(inner.getExpression());
            case BinaryTree both -> joined(both.getLeftOperand(), both.getRightOperand());
            case ConditionalExpressionTree either ->
                    union(List.of(either.getTrueExpression(), either.getFalseExpression()));
            case IdentifierTree name -> named(name.getName().toString());
            case MemberSelectTree of -> constant(of);
            case SwitchExpressionTree cases -> union(results(cases));
            case MethodInvocationTree call -> called(call);
            default -> throw new Unreadable(expression.toString());
        };
    }

    private Set<String> joined(ExpressionTree left, ExpressionTree right) {
        var texts = new LinkedHashSet<String>();
        for (var first : texts(left)) {
            texts(right).forEach(second -> texts.add(first + second));
        }
        if (texts.size() > COMBINATIONS_MAX) {
            throw new Unreadable("more than " + COMBINATIONS_MAX + " combinations");
        }
        return texts;
    }

    private Set<String> union(List<? extends ExpressionTree> expressions) {
        var texts = new LinkedHashSet<String>();
        expressions.forEach(expression -> texts.addAll(texts(expression)));
        return texts;
    }

    private Set<String> named(String name) {
        var local = new ArrayList<ExpressionTree>();
        type.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitVariable(VariableTree variable, Void nothing) {
                        if (variable.getName().contentEquals(name)
                                && variable.getInitializer() != null) {
                            local.add(variable.getInitializer());
                        }
                        return super.visitVariable(variable, null);
                    }

                    @Override
                    public Void visitAssignment(AssignmentTree assignment, Void nothing) {
                        if (assignment.getVariable().toString().equals(name)) {
                            local.add(assignment.getExpression());
                        }
                        return super.visitAssignment(assignment, null);
                    }
                },
                null);
        local.addAll(arguments(name));
        if (local.isEmpty()) {
            throw new Unreadable(name);
        }
        return union(local);
    }

    /** What the calls inside the type give to a method's parameter of the name. */
    private List<ExpressionTree> arguments(String parameter) {
        var given = new ArrayList<ExpressionTree>();
        for (var member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                int at = names(method).indexOf(parameter);
                if (at >= 0) {
                    given.addAll(given(method.getName().toString(), at));
                }
            }
        }
        return given;
    }

    private static List<String> names(MethodTree method) {
        return method.getParameters().stream().map(one -> one.getName().toString()).toList();
    }

    private List<ExpressionTree> given(String method, int at) {
        var given = new ArrayList<ExpressionTree>();
        type.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                        if (call.getMethodSelect().toString().equals(method)
                                && call.getArguments().size() > at) {
                            given.add(call.getArguments().get(at));
                        }
                        return super.visitMethodInvocation(call, null);
                    }
                },
                null);
        return given;
    }

    private Set<String> constant(MemberSelectTree of) {
        var parts = of.toString().split("\\.", -1);
        var owner = parts.length > 1 ? parts[parts.length - 2] : "";
        var value = kept.constants().get(owner + "." + of.getIdentifier());
        if (value == null) {
            throw new Unreadable(of.toString());
        }
        return texts(value);
    }

    private Set<String> called(MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof MemberSelectTree of) {
            return ofAnother(of, call);
        }
        var name = call.getMethodSelect().toString();
        var results = new ArrayList<ExpressionTree>();
        type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals(name))
                .forEach(method -> results.addAll(results(method.getBody())));
        if (results.isEmpty()) {
            throw new Unreadable(call.toString());
        }
        return union(results);
    }

    private Set<String> ofAnother(MemberSelectTree of, MethodInvocationTree call) {
        return switch (of.getIdentifier().toString()) {
            case "formatted" -> filled(texts(of.getExpression()), call.getArguments());
            case "strip", "trim", "stripIndent" -> texts(of.getExpression());
            case "sql" -> enumTexts(of.getExpression().toString());
            default -> throw new Unreadable(call.toString());
        };
    }

    /** {@code order.sql()}: an enum named like the variable, whose constants carry the text. */
    private Set<String> enumTexts(String variable) {
        var last = variable.substring(variable.lastIndexOf('.') + 1).replace("()", "");
        return kept.carried().entrySet().stream()
                .filter(type -> type.getKey().equalsIgnoreCase(last))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Unreadable(variable + ".sql()"));
    }

    private Set<String> filled(Set<String> patterns, List<? extends ExpressionTree> arguments) {
        var texts = patterns;
        for (int at = 0; at < arguments.size(); at++) {
            var values = texts(arguments.get(at));
            var numbered = "%" + (at + 1) + "$s";
            texts =
                    texts.stream()
                            .flatMap(text -> values.stream().map(one -> put(text, numbered, one)))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return texts;
    }

    private static String put(String text, String numbered, String value) {
        int at = text.indexOf("%s");
        if (text.contains(numbered) || at < 0) {
            return text.replace(numbered, value);
        }
        return text.substring(0, at) + value + text.substring(at + 2);
    }

    /** What a switch or a method can give; what a lambda inside gives is not meant. */
    private static List<ExpressionTree> results(Tree tree) {
        var results = new ArrayList<ExpressionTree>();
        tree.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitReturn(ReturnTree result, Void nothing) {
                        results.add(result.getExpression());
                        return null;
                    }

                    @Override
                    public Void visitYield(YieldTree result, Void nothing) {
                        results.add(result.getValue());
                        return null;
                    }

                    @Override
                    public Void visitCase(CaseTree one, Void nothing) {
                        if (one.getBody() instanceof ExpressionTree result) {
                            results.add(result);
                            return null;
                        }
                        return super.visitCase(one, null);
                    }

                    @Override
                    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
                        return null;
                    }
                },
                null);
        return results;
    }
}
