package wanhu.org;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words for levels and kinds that files use. */
final class KindWords {
    private static final Map<String, Level> LEVELS = new HashMap<>();
    private static final Map<String, UnitKind> KINDS = new HashMap<>();

    static {
        level(Level.PROVINCE, "province 省 省级 自治区 直辖市 1");
        level(Level.CITY, "city 市 市级 盟 地级 地级市 盟市 自治州 2");
        level(Level.COUNTY, "county area 县 县级 旗 区 旗县 旗县区 县区 3");
        level(Level.TOWNSHIP, "township street 乡镇 乡级 苏木 街道 苏木乡镇 乡镇街道 苏木乡镇街道 乡 镇 4");
        level(Level.VILLAGE, "village 村 村级 嘎查 社区 嘎查村 嘎查村社区 村社区 行政村 5");
        level(Level.GRID, "grid 网格 6");
        for (UnitKind kind : UnitKind.values()) {
            KINDS.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        kind(UnitKind.PROVINCE, "省 自治区 直辖市");
        kind(UnitKind.CITY, "市 盟 地级市 自治州");
        kind(UnitKind.COUNTY, "县 旗 区 县级市");
        kind(UnitKind.TOWNSHIP, "乡镇 乡 镇");
        kind(UnitKind.SUMU, "苏木");
        kind(UnitKind.SUBDISTRICT, "街道 街道办 街道办事处");
        kind(UnitKind.ZONE, "开发区 园区 乡级农林场 农林场");
        kind(UnitKind.VILLAGE, "村 行政村 村委会");
        kind(UnitKind.GACHA, "嘎查");
        kind(UnitKind.COMMUNITY, "社区 居委会");
        kind(UnitKind.FARM, "生活区 农场 林场 牧场 分场");
        kind(UnitKind.OTHER, "其他");
        kind(UnitKind.GRID, "网格");
        kind(UnitKind.DEPARTMENT, "部门 局 委办局 县直部门 旗直部门");
        kind(UnitKind.OFFICE, "股室 科室 办公室 内设机构");
        kind(UnitKind.TEAM, "服务团队 团队 服务队");
    }

    private KindWords() {}

    static Optional<Level> level(String word) {
        return Optional.ofNullable(LEVELS.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    static Optional<UnitKind> kind(String word) {
        return Optional.ofNullable(KINDS.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    private static void level(Level level, String words) {
        for (String word : words.split(" ", -1)) {
            LEVELS.put(word, level);
        }
    }

    private static void kind(UnitKind kind, String words) {
        for (String word : words.split(" ", -1)) {
            KINDS.put(word, kind);
        }
    }
}
