package wanhu.org;

/**
 * A place that has to be filled: of a grid (一格一长一警一专多兼, M5, M7) or of a village (四个一, M8; the
 * fourth, a paired office, is no post but a pairing).
 */
public enum Slot {
    /** 网格长: exactly one a grid. */
    HEAD(UnitKind.GRID),
    /** 网格警员: exactly one a grid. */
    POLICE(UnitKind.GRID),
    /** 专职网格员: exactly one a grid. */
    FULL_TIME(UnitKind.GRID),
    /** 兼职网格员: as many as there are. */
    PART_TIME(UnitKind.GRID),
    /** 党员责任人: the Party member who answers for the grid. */
    PARTY_CONTACT(UnitKind.GRID),
    /** 处级领导联嘎查村: one leader of the county a village. */
    COUNTY_LEADER(UnitKind.VILLAGE),
    /** 班子成员包嘎查村: one leader of the township a village. */
    TOWNSHIP_LEADER(UnitKind.VILLAGE),
    /** 第一书记: one a village. */
    FIRST_SECRETARY(UnitKind.VILLAGE);

    private final UnitKind home;

    Slot(UnitKind home) {
        this.home = home;
    }

    /** Whether units of that kind have the slot. */
    public boolean fits(UnitKind kind) {
        return kind.territorial() && kind.level() == home.level();
    }
}
