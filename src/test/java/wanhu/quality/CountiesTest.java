package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests of a lane share a database: each class has counties of its own, so that none finds there
 * what another has left.
 */
class CountiesTest {
    private static final Pattern COUNTY =
            Pattern.compile(
                    "\\b(?:int|AtomicInteger) ([A-Z_]+) = (?:new AtomicInteger\\()?(15\\d_?\\d{3})\\b");

    /** So many more are made where a number is only the first. */
    private static final int MORE_MAX = 48;

    @Test
    void noTwoClassesOfTestsHaveACountyInCommon() {
        var owners = new TreeMap<Integer, TreeSet<Path>>();
        var texts = Sources.texts(".java");
        texts.keySet().removeIf(path -> path.startsWith(Sources.MAIN));
        texts.forEach((path, text) -> {
            var found = COUNTY.matcher(text);
            while (found.find()) {
                int first = Integer.parseInt(found.group(2).replace("_", ""));
                var name = found.group(1);
                int more = name.contains("FIRST") || name.endsWith("IES") ? MORE_MAX : 0;
                for (int county = first; county <= first + more; county++) {
                    owners.computeIfAbsent(county, _ -> new TreeSet<>()).add(path);
                }
            }
        });
        assertThat(owners).hasSizeGreaterThan(100);
        owners.values().removeIf(paths -> paths.size() == 1);

        assertThat(owners).isEmpty();
    }
}
