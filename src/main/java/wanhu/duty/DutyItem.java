package wanhu.duty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item of the duty lists in one edition.
 *
 * @param edition the edition, which never changes
 * @param code number of the item in the list
 * @param kind which of the three lists
 * @param order place in the list, from 1
 * @param text what is to be done
 * @param lead name of the department that leads or owns it; empty only on the basic list
 * @param leadUnit that department as a unit of the county, when its name was known
 * @param upperDuty what the department does
 * @param ownDuty what the township does
 * @param basis the law behind it
 * @param categories codes of the categories of matters that it covers; a code covers those below it
 */
public record DutyItem(
        UUID edition,
        String code,
        DutyKind kind,
        int order,
        String text,
        String lead,
        @Nullable UUID leadUnit,
        String upperDuty,
        String ownDuty,
        String basis,
        List<String> categories) {
    public DutyItem {
        categories = List.copyOf(categories);
    }

    /**
     * Whether the item covers matters of the category: the same code, one below it after a '.', '-'
     * or '/', or, of codes made of digits, a longer one.
     */
    public boolean covers(String category) {
        return categories.stream().anyMatch(each -> contains(each, category));
    }

    private static boolean contains(String above, String below) {
        if (!below.startsWith(above) || below.length() == above.length()) {
            return below.equals(above);
        }
        boolean digits = above.chars().allMatch(Character::isDigit);
        return digits || ".-/".indexOf(below.charAt(above.length())) >= 0;
    }
}
