package wanhu.round;

import java.time.Instant;
import java.util.UUID;

/** A meeting below that was not held in time. */
record Prompt(UUID id, RoundKind.Text name, UUID body, String period, UUID round, Instant made) {}
