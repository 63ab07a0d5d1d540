package wanhu.law;

/** How the rules are listed; its name is the word "law.group.NAME". */
enum RuleGroup {
    HANDLE,
    RETURN,
    ASK,
    ROUND,
    SUPERVISE,
    OPEN,
    STATUTE
}
