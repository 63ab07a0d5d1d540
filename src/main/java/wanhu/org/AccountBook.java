package wanhu.org;

import java.util.Optional;
import java.util.UUID;

/** How appointments reach accounts, which stand on a higher floor: a bean of this type. */
public interface AccountBook {
    /** A person with an account. */
    record Holder(UUID person, String name) {}

    /** The person who signs in with that name in the county. */
    Optional<Holder> find(int county, String login);
}
