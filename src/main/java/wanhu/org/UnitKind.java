package wanhu.org;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What sort of unit it is. Stored, never derived from the code later: of 159 sumu two have the code
 * of a town, of 3,076 gacha thirteen have codes of other kinds.
 */
public enum UnitKind {
    /** 省、自治区、直辖市. */
    PROVINCE(Level.PROVINCE, true),
    /** 市、盟、自治州. */
    CITY(Level.CITY, true),
    /** 县、旗、区、县级市. */
    COUNTY(Level.COUNTY, true),
    /** 乡、镇. */
    TOWNSHIP(Level.TOWNSHIP, true),
    /** 苏木. */
    SUMU(Level.TOWNSHIP, true),
    /** 街道. */
    SUBDISTRICT(Level.TOWNSHIP, true),
    /** 开发区、农林牧场 that stand beside the townships. */
    ZONE(Level.TOWNSHIP, true),
    /** 村. */
    VILLAGE(Level.VILLAGE, true),
    /** 嘎查. */
    GACHA(Level.VILLAGE, true),
    /** 社区. */
    COMMUNITY(Level.VILLAGE, true),
    /** 生活区、分场、队 that stand beside the villages. */
    FARM(Level.VILLAGE, true),
    /** Anything else that stands beside the villages. */
    OTHER(Level.VILLAGE, true),
    /** 网格. */
    GRID(Level.GRID, true),
    /** 部门: a department of the county. */
    DEPARTMENT(Level.COUNTY, false),
    /** 股室: an office inside another unit. */
    OFFICE(Level.COUNTY, false),
    /** 服务团队: experts and volunteers who can take work. */
    TEAM(Level.COUNTY, false);

    private static final Pattern SUBDISTRICT_NAME = Pattern.compile("街道|办事处$");
    private static final Pattern ZONE_NAME = Pattern.compile("(场|区|团|基地|中心|公司|局)$");
    private static final Pattern TOWN_NAME = Pattern.compile("[乡镇]$");
    private static final Pattern COMMUNITY_NAME = Pattern.compile("社区|居委会|居民委员会|居民区");
    private static final Pattern VILLAGE_NAME = Pattern.compile("村(委会|民委员会|委员会)?$|村民?委");
    private static final Pattern FARM_NAME =
            Pattern.compile("生活区|[农林牧渔茶]场|分场|[队连]$|管理区|作业区|工区|园区|开发区");

    private final Level level;
    private final boolean territorial;

    UnitKind(Level level, boolean territorial) {
        this.level = level;
        this.territorial = territorial;
    }

    /**
     * The level at which units of the kind usually work; departments stand on the county's line.
     * The level of a given office or team is that of the territory it belongs to: {@link
     * Tree#level}.
     */
    public Level level() {
        return level;
    }

    /** Whether the unit is a territory with residents, and not an office or a team. */
    public boolean territorial() {
        return territorial;
    }

    /**
     * Whether a unit of this kind may stand directly under one of the other kind. Only territories
     * have grids, so no department can make a second set of grids (M6).
     */
    public boolean fitsUnder(UnitKind above) {
        return switch (this) {
            case PROVINCE -> false;
            case CITY -> above == PROVINCE;
            case COUNTY -> above == CITY || above == PROVINCE;
            case TOWNSHIP, SUMU, SUBDISTRICT, ZONE -> above == COUNTY;
            case VILLAGE, GACHA, COMMUNITY, FARM, OTHER -> above.level == Level.TOWNSHIP;
            case GRID ->
                    above.territorial
                            && (above.level == Level.VILLAGE || above.level == Level.TOWNSHIP);
            case DEPARTMENT -> above == COUNTY;
            case OFFICE -> above.belowCity() && above != GRID && above != TEAM;
            case TEAM ->
                    above == DEPARTMENT
                            || (above.belowCity() && above.territorial && above != GRID);
        };
    }

    private boolean belowCity() {
        return !level.above(Level.COUNTY);
    }

    /** The kinds of a level, for choices in forms. */
    public static Set<UnitKind> of(Level level) {
        var kinds = EnumSet.noneOf(UnitKind.class);
        for (UnitKind kind : values()) {
            if (kind.territorial && kind.level == level) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The kind that a name tells when a file has no column for it; stored from then on. */
    static UnitKind ofName(Level level, String name) {
        return switch (level) {
            case PROVINCE -> PROVINCE;
            case CITY -> CITY;
            case COUNTY -> COUNTY;
            case TOWNSHIP -> townshipNamed(name);
            case VILLAGE -> villageNamed(name);
            case GRID -> GRID;
        };
    }

    private static UnitKind townshipNamed(String name) {
        if (name.endsWith("苏木") || name.endsWith("苏木乡")) {
            return SUMU;
        }
        if (TOWN_NAME.matcher(name).find()) {
            return TOWNSHIP;
        }
        if (SUBDISTRICT_NAME.matcher(name).find()) {
            return SUBDISTRICT;
        }
        return ZONE_NAME.matcher(name).find() ? ZONE : TOWNSHIP;
    }

    private static UnitKind villageNamed(String name) {
        if (name.contains("嘎查")) {
            return GACHA;
        }
        if (COMMUNITY_NAME.matcher(name).find()) {
            return COMMUNITY;
        }
        if (VILLAGE_NAME.matcher(name).find()) {
            return VILLAGE;
        }
        return FARM_NAME.matcher(name).find() ? FARM : OTHER;
    }
}
