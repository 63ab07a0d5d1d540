package wanhu.shell;

import wanhu.base.Actor;

/**
 * How a room says on every staff page how many messages wait: a bean of this type. Must be quick.
 */
public interface UnreadSource {
    /** How many this post has not read; 0 for nothing to say. */
    int unread(Actor actor);
}
