package wanhu.knowledge;

/** For whom an article is written. */
public enum Audience {
    /** 公开: residents read it too. */
    PUBLIC,
    /** 内部: staff alone. */
    STAFF
}
