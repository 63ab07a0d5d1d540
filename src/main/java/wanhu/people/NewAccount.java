package wanhu.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.vault.Phone;

/**
 * An account to make, with its person.
 *
 * @param county six-digit code of the county
 * @param person id for the person, made by the caller so that the same command twice makes one
 * @param login with what the person will sign in
 * @param name the person's name, 1 to 50 characters
 * @param phone the person's phone; null when it is not known
 */
public record NewAccount(
        int county, UUID person, Login login, String name, @Nullable Phone phone) {}
