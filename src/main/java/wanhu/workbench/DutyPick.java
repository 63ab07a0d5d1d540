package wanhu.workbench;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.duty.DutyItem;
import wanhu.duty.DutyKind;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/**
 * Items of the duty lists beside the form of a step, from which one is chosen.
 *
 * @param text what was searched for; empty for the items of the matter's category
 * @param kind which of the lists; empty for all
 * @param edition name of the edition in force; null when there is none
 * @param sample whether that edition is only a sample
 * @param total how many were found
 * @param rows the first of them
 * @param number the number that stands in the form
 * @param named the item with that number; null when there is none
 */
record DutyPick(
        String text,
        String kind,
        @Nullable String edition,
        boolean sample,
        int total,
        List<Row> rows,
        String number,
        @Nullable Row named) {
    private static final String FIND = "dutyFind";
    private static final String TAKE = "dutyTake";

    DutyPick {
        rows = List.copyOf(rows);
    }

    /**
     * An item that can be chosen.
     *
     * @param owner the department that leads or owns it; empty on the basic list
     */
    record Row(DutyItem item, String owner) {
        String look() {
            return switch (item.kind()) {
                case BASIC -> "done";
                case COOPERATIVE -> "act";
                case TAKEN_BACK -> "overdue";
            };
        }
    }

    /** Whether the form was sent to look for an item or to take one, and not to act. */
    static boolean asked(Typed typed) {
        return typed.times(FIND) + typed.times(TAKE) > 0;
    }

    /** What was typed, with the number of the item that was taken. */
    static Typed taken(Typed typed) {
        var number = typed.first(TAKE);
        return number.isEmpty() ? typed : typed.with(StepForm.DUTY.name(), number);
    }

    /** Whether the items are those of the matter's category. */
    boolean ofCategory() {
        return text.isEmpty() && kind.isEmpty();
    }

    boolean chosen(Row row) {
        return row.item().code().equals(number);
    }

    List<Choice> kinds(Screen screen) {
        return Stream.of(DutyKind.values())
                .map(each -> new Choice(each.name(), screen.t("duty.kind." + each)))
                .toList();
    }
}
