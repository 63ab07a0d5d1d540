package wanhu.life;

/** The five grades of the national service rating (好差评; GB/T 39734-2020). */
public enum Grade {
    /** 非常满意. */
    VERY_SATISFIED(5),
    /** 满意. */
    SATISFIED(4),
    /** 基本满意. */
    FAIRLY_SATISFIED(3),
    /** 不满意. */
    DISSATISFIED(2),
    /** 非常不满意. */
    VERY_DISSATISFIED(1);

    private final int points;

    Grade(int points) {
        this.points = points;
    }

    /** 5 best, 1 worst. */
    public int points() {
        return points;
    }

    /** Whether somebody must call back within a working day. */
    public boolean unhappy() {
        return points <= DISSATISFIED.points;
    }
}
