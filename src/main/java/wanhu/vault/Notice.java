package wanhu.vault;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the privacy notice (个人信息告知): its items are the words {@code
 * vault.notice.NUMBER.ITEM}, which never change again (PIPL, article 17; a later one is a version
 * of its own).
 *
 * @param number from 1
 * @param from day from which it holds in this installation; null for from the beginning
 */
public record Notice(int number, @Nullable LocalDate from) {
    private static final List<String> FIRST =
            List.of("who", "what", "why", "how", "long", "rights", "child");
    private static final List<String> SECOND =
            List.of(
                    "who", "what", "why", "use", "how", "long", "rights", "child", "breach",
                    "change");

    /** Names of its items, in the order in which they are read. */
    public List<String> items() {
        return number == 1 ? FIRST : SECOND;
    }

    /** Under which its items stand in the words files. */
    public String word(String item) {
        return "vault.notice." + number + "." + item;
    }
}
