package wanhu.audit;

import java.util.Optional;

/**
 * What the verification of a county's record came to.
 *
 * @param batches batches read
 * @param rows sealed rows read
 * @param waiting rows that are not sealed yet
 * @param days days whose roots were checked
 * @param chain the last chain value, 64 hexadecimal digits
 * @param finding the first thing that is wrong
 */
record Verdict(
        int county,
        int batches,
        long rows,
        long waiting,
        int days,
        String chain,
        Optional<Finding> finding) {
    boolean sound() {
        return finding.isEmpty();
    }
}
