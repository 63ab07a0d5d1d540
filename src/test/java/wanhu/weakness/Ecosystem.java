package wanhu.weakness;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Where a component comes from, and which of its versions comes before which. */
enum Ecosystem {
    /** Maven's own order. */
    MAVEN("Maven"),

    /** The order of Semantic Versioning 2.0.0, article 11. */
    NPM("npm");

    private final String sign;

    Ecosystem(String sign) {
        this.sign = sign;
    }

    /** As advisories name it; what stands behind a colon is a registry of somebody's own. */
    static Optional<Ecosystem> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.sign.equals(name.split(":", 2)[0]))
                .findFirst();
    }

    String sign() {
        return sign;
    }

    Comparator<String> order() {
        return switch (this) {
            case MAVEN -> Comparator.comparing(ComparableVersion::new);
            case NPM -> Ecosystem::semantic;
        };
    }

    private static int semantic(String one, String other) {
        var first = one.split("\\+", 2)[0].split("-", 2);
        var second = other.split("\\+", 2)[0].split("-", 2);
        int core = parts(first[0], second[0]);
        if (core != 0 || first.length == 1 || second.length == 1) {
            return core != 0 ? core : Integer.compare(second.length, first.length);
        }
        return parts(first[1], second[1]);
    }

    private static int parts(String one, String other) {
        return Arrays.compare(one.split("\\."), other.split("\\."), Ecosystem::part);
    }

    private static int part(String one, String other) {
        boolean number = one.matches("\\d+");
        if (number && other.matches("\\d+")) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return number == other.matches("\\d+") ? one.compareTo(other) : number ? -1 : 1;
    }
}
