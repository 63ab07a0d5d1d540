package wanhu.ledger;

import java.util.UUID;

/**
 * A wish to act on a project.
 *
 * @param number of the project
 * @param version that the actor saw
 * @param command made by the client; the same twice is one act
 */
public record Taking(String number, int version, UUID command, Act act) {}
