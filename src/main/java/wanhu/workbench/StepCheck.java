package wanhu.workbench;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.OrgPath;
import wanhu.calendar.Term;
import wanhu.org.Tree;
import wanhu.org.Unit;

/**
 * Checks what was typed, field by field, before it becomes a step.
 *
 * @param within where units may be chosen
 * @param known whether a number is that of a matter that the actor sees
 * @param category whether a code is that of a category that can be chosen
 */
record StepCheck(
        Typed typed,
        Tree tree,
        OrgPath within,
        Predicate<String> known,
        Predicate<String> category) {
    private static final List<String> TERM_UNITS = List.of("wd", "d", "h", "m");
    private static final int TERM_MAX = 999;

    /** What is wrong with a field: a word and its arguments. */
    record Fault(String word, List<Object> arguments) {
        static Fault of(String word, Object... arguments) {
            return new Fault("workbench.fault." + word, List.of(arguments));
        }
    }

    /** The faults by the name of the field; empty when all is well. */
    Map<String, Fault> faults(List<StepInput> inputs) {
        var faults = new LinkedHashMap<String, Fault>();
        for (StepInput input : inputs) {
            var fault = fault(input);
            if (fault != null) {
                faults.put(input.name(), fault);
            }
        }
        return faults;
    }

    private @Nullable Fault fault(StepInput input) {
        if (input.type() == StepInput.Type.UNITS) {
            return coHandlers(input.name());
        }
        var text = typed.first(input.name());
        if (text.isEmpty()) {
            return input.required() ? Fault.of("missing") : null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > input.max()) {
            return Fault.of("long", input.max(), length);
        }
        return wrong(input, text);
    }

    private @Nullable Fault wrong(StepInput input, String text) {
        return switch (input.type()) {
            case AREA, LINE, UNITS -> null;
            case DATE -> day(text) ? null : Fault.of("date");
            case TERM -> term(text, typed.first(input.name() + "Unit")) ? null : Fault.of("term");
            case UNIT -> unit(text).isPresent() ? null : Fault.of("unit");
            case CATEGORY -> category.test(text) ? null : Fault.of("pick");
            case PICK -> input.options().contains(text) ? null : Fault.of("pick");
            case YES_NO -> List.of("yes", "no").contains(text) ? null : Fault.of("pick");
            case MONEY -> money(text) ? null : Fault.of("money");
            case MATTER -> known.test(text) ? null : Fault.of("matter");
        };
    }

    private @Nullable Fault coHandlers(String name) {
        if (typed.times(name) > Answers.CO_HANDLERS_MAX) {
            return Fault.of("units", Answers.CO_HANDLERS_MAX);
        }
        for (int at = 0; at < typed.times(name); at++) {
            var id = typed.at(name, at);
            boolean term = term(typed.at(name + "Term", at), typed.at(name + "TermUnit", at));
            if (!id.isEmpty() && anywhere(id).isEmpty()) {
                return Fault.of("unit");
            }
            if (!id.isEmpty() && !term) {
                return Fault.of("term");
            }
        }
        return null;
    }

    private static boolean day(String text) {
        try {
            return LocalDate.parse(text).getYear() < 2100;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean term(String amount, String unit) {
        boolean number = amount.matches("[1-9]\\d{0,2}") && TERM_UNITS.contains(unit);
        return number && Term.parse(amount + unit).amount() <= TERM_MAX;
    }

    private static boolean money(String text) {
        try {
            return Fen.ofYuan(text).compareTo(Fen.ZERO) >= 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Optional<Unit> unit(String id) {
        return anywhere(id).filter(unit -> within.contains(unit.path()));
    }

    private Optional<Unit> anywhere(String id) {
        try {
            return tree.find(UUID.fromString(id)).filter(Unit::live);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
