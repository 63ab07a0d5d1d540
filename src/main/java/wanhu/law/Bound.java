package wanhu.law;

import org.jspecify.annotations.Nullable;

/**
 * Between what a county may set a rule.
 *
 * @param floor least value, inclusive; empty without one
 * @param ceiling greatest value, inclusive; empty without one
 * @param law the law that binds; null where only sense does
 */
record Bound(String floor, String ceiling, @Nullable Source law) {}
