package wanhu.base;

import java.util.UUID;

/**
 * The record of acts (审计): append-only, sealed within seconds, verifiable by outsiders. What is
 * recorded within a transaction stands or falls with it; outside of one it stands at once, as for
 * refusals.
 */
public interface Audit {
    /** The county of what belongs to none, such as a sign-in with an unknown login. */
    int NO_COUNTY = 0;

    /** Records what somebody did in a post; answers the id of that act. */
    UUID record(Actor actor, Act act);

    /** Records what a person did who acts in no post, such as signing in. */
    void record(int county, UUID person, Act act);

    /** Does something and records it, both or neither. */
    void during(Actor actor, Act act, Runnable work);

    /** Records what the system did by a rule, or somebody unknown. */
    void record(int county, Act act);
}
