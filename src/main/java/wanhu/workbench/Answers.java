package wanhu.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.Fen;
import wanhu.calendar.Term;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Tree;

/**
 * The answers of a form after {@link StepCheck} found no fault in them.
 *
 * @param unit the unit of the one who acts
 * @param about what the matter is about
 * @param other the matter that was named by its number; null when none was
 */
record Answers(Typed typed, Tree tree, UUID unit, Matter.About about, @Nullable Matter other) {
    /** Rows for co-handlers in a form. */
    static final int CO_HANDLERS_MAX = 6;

    String text(String name) {
        return typed.first(name);
    }

    @Nullable String orNull(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    boolean yes(String name) {
        return "yes".equals(text(name));
    }

    LocalDate day(String name) {
        return Days.read(text(name));
    }

    Fen money(String name) {
        var yuan = text(name);
        return yuan.isEmpty() ? Fen.ZERO : Fen.ofYuan(yuan);
    }

    Term term(String name) {
        return Term.parse(text(name) + text(name + "Unit"));
    }

    @Nullable Term termOrNull(String name) {
        return text(name).isEmpty() ? null : term(name);
    }

    Hold hold(String name) {
        return Hold.of(tree, UUID.fromString(text(name)));
    }

    Matter matter(String name) {
        if (other == null) {
            throw new IllegalStateException("Expected a matter in " + name + " but there is none");
        }
        return other;
    }

    List<Step.CoHandler> coHandlers(String name) {
        var all = new ArrayList<Step.CoHandler>();
        for (int at = 0; at < typed.times(name); at++) {
            var id = typed.at(name, at);
            if (!id.isEmpty()) {
                var unit = tree.get(UUID.fromString(id));
                var term =
                        Term.parse(typed.at(name + "Term", at) + typed.at(name + "TermUnit", at));
                all.add(new Step.CoHandler(unit.id(), unit.path(), term));
            }
        }
        return all;
    }
}
