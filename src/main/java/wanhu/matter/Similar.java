package wanhu.matter;

import wanhu.base.OrgPath;
import wanhu.life.Matter;

/**
 * What is looked for when somebody asks whether others told us the same.
 *
 * @param place the village, or the township when no village is known
 * @param branch code of the category of which it and the others lie; empty for any
 * @param text what is told
 * @param likenessMin share of common words from which a matter is found, 0 to 1
 */
public record Similar(int county, OrgPath place, String branch, String text, double likenessMin) {
    /** A matter with its likeness, 0 to 1. */
    public record Found(Matter matter, double likeness) {}
}
