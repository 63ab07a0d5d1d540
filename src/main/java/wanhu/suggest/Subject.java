package wanhu.suggest;

/** What is suggested. */
public enum Subject {
    /** 事项类别: what a matter is about. */
    CATEGORY,
    /** 承办单位: who handles it. */
    UNIT
}
