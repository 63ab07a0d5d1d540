package wanhu.paper;

/** The forms of official papers that are used here (GB/T 9704-2012, chapters 7 and 10). */
public enum Form {
    /** 文件格式: red head, number below it, a red line, the imprint at the end. */
    DOCUMENT,
    /** 信函格式: the organ's name above a red double line, the number at the right. */
    LETTER,
    /** 纪要格式: the name of the minutes as head, who was there, no seal. */
    MINUTES
}
