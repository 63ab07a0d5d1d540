package wanhu.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Recorded;
import wanhu.base.Verb;
import wanhu.people.Accounts;

/** Rows of the record in words. */
@Component
class RecordNames {
    private static final Set<String> VERBS =
            Stream.of(Verb.values()).map(Verb::name).collect(Collectors.toUnmodifiableSet());

    private final Accounts accounts;

    RecordNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Names of who acted in the rows. */
    Map<UUID, String> of(int county, List<Recorded> rows) {
        return accounts.names(
                county,
                rows.stream()
                        .map(Recorded::person)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** Who acted; empty for whom nobody knows. */
    static Optional<String> who(Recorded row, Map<UUID, String> names) {
        return Optional.ofNullable(row.person())
                .map(person -> names.getOrDefault(person, person.toString()));
    }

    /** The word for who acted when it was no person that is known. */
    static String nobody(Recorded row) {
        return row.by().equals("REQUESTER") ? "audit.requester" : "audit.system";
    }

    /** Unit and post; lines of timelines name the person after them. Of a rule nothing. */
    static String title(Recorded row, Map<UUID, String> names) {
        if (row.by().equals("RULE")) {
            return "";
        }
        var name = who(row, names).map(each -> " " + each).orElse("");
        return row.title().endsWith(name)
                ? row.title().substring(0, row.title().length() - name.length())
                : row.title();
    }

    /**
     * The word for what was done: a step of a matter is no verb of ours, a reminder about one is.
     */
    static String word(Recorded row) {
        return row.thing().equals("MATTER") && !VERBS.contains(row.verb())
                ? "life.step." + row.verb()
                : "audit.verb." + row.verb();
    }
}
