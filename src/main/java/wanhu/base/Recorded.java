package wanhu.base;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An append-only row as an auditor finds it: who, when, what to what; no text of people but the
 * reason that an actor gave.
 *
 * @param person who acted; null for a resident, the system or somebody unknown
 * @param by what kind of actor it was: STAFF, ON_BEHALF, REQUESTER, RULE, or empty
 * @param title unit and post, as they were called
 * @param verb name of a {@link Verb} or of a step
 * @param thing what it was done to, as {@link Thing} or MATTER
 * @param object its id, code or number
 * @param facts what changed, as a JSON object
 * @param request the request that did it
 * @param address sign of the address from which it came; the address itself is not kept
 */
public record Recorded(
        UUID id,
        Instant at,
        @Nullable UUID person,
        @Nullable UUID post,
        String by,
        String title,
        String verb,
        String thing,
        String object,
        String reason,
        String facts,
        @Nullable UUID request,
        @Nullable Long address) {}
