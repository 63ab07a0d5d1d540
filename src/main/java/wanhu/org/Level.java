package wanhu.org;

import java.util.Optional;

/** Level of the territory for which a unit answers, lowest first, so that levels compare. */
public enum Level {
    /** 网格. */
    GRID,
    /** 嘎查、村、社区. */
    VILLAGE,
    /** 苏木、乡镇、街道. */
    TOWNSHIP,
    /** 旗、县、区. */
    COUNTY,
    /** 盟、市. */
    CITY,
    /** 省、自治区、直辖市. */
    PROVINCE;

    /** The level directly above; empty above a province. */
    public Optional<Level> next() {
        return switch (this) {
            case GRID -> Optional.of(VILLAGE);
            case VILLAGE -> Optional.of(TOWNSHIP);
            case TOWNSHIP -> Optional.of(COUNTY);
            case COUNTY -> Optional.of(CITY);
            case CITY -> Optional.of(PROVINCE);
            case PROVINCE -> Optional.empty();
        };
    }

    /** Whether this level stands higher than the other. */
    public boolean above(Level other) {
        return compareTo(other) > 0;
    }
}
