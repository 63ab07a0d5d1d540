package wanhu.base;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody did, for the record of acts.
 *
 * @param verb what
 * @param object id or code of the thing it was done to; never a name or a phone
 * @param reason why, as the actor said; empty when nobody asked
 * @param facts what changed, by name: ids, codes, dates and counts, never plain personal data
 */
public record Act(Verb verb, String object, String reason, Map<String, String> facts) {
    private static final int OBJECT_CHARACTERS_MAX = 200;

    public Act {
        if (object.length() > OBJECT_CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "Expected the id of a thing but got " + object.length() + " characters");
        }
        facts = Map.copyOf(facts);
    }

    /** An act on the thing with that id or code. */
    public static Act of(Verb verb, Object object) {
        return new Act(verb, object.toString(), "", Map.of());
    }

    /** The same with the actor's reason. */
    public Act because(String said) {
        return new Act(verb, object, said, facts);
    }

    /** The same with one more fact. */
    public Act with(String name, Object value) {
        var more = new TreeMap<>(facts);
        more.put(name, value.toString());
        return new Act(verb, object, reason, more);
    }
}
