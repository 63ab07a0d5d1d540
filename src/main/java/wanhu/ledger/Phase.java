package wanhu.ledger;

/** Where a project stands; what leads from one to another stands in {@link Life}. */
public enum Phase {
    /** 提出: only staff sees it. */
    PROPOSED(true),
    /** 入选: promised in public. */
    CHOSEN(true),
    /** 开工. */
    STARTED(true),
    /** 完成: the people who asked for it rate it. */
    DONE(false),
    /** 评价: rated or checked, and not yet struck off. */
    RATED(false),
    /** 销号: struck off the ledger by the level above. */
    STRUCK_OFF(false),
    /** 终止: given up, with the reason. */
    DROPPED(false);

    private final boolean live;

    Phase(boolean live) {
        this.live = live;
    }

    /** Whether work on it lies ahead, so that it can be late. */
    public boolean live() {
        return live;
    }

    /** Whether it has left the ledger. */
    public boolean ended() {
        return this == STRUCK_OFF || this == DROPPED;
    }
}
