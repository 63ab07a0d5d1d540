package wanhu.suggest;

import java.util.List;
import wanhu.duty.DutyItem;

/** Why something is suggested, so that a person can judge it. */
public sealed interface Why {

    /**
     * 关键词: words that a person wrote down for the category stand in the text.
     *
     * @param words at least one
     */
    record Words(List<String> words) implements Why {
        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * 以往办结事项: matters of the county with such pieces of text were of it.
     *
     * @param pieces of the text that spoke for it
     * @param share how sure it is, 0 to 1
     * @param version of what was learned
     */
    record Learned(List<String> pieces, double share, int version) implements Why {
        public Learned {
            pieces = List.copyOf(pieces);
        }
    }

    /** 履职事项清单: the item that names who does it. */
    record Listed(DutyItem item) implements Why {}
}
