package wanhu.suggest;

import java.util.List;

/**
 * What a machine takes a text for.
 *
 * @param share how sure it is, 0 to 1; all guesses together 1
 * @param pieces of the text that spoke for it, the weightiest first
 */
record Guess(String label, double share, List<String> pieces) {
    Guess {
        pieces = List.copyOf(pieces);
    }
}
