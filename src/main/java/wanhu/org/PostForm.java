package wanhu.org;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import wanhu.base.Role;

/**
 * What the form of a new post sends beside its role.
 *
 * @param order rank in protocol order; null for the first
 * @param login of the person who is to hold it, if one is known already
 */
record PostForm(
        @Nullable String title,
        @Nullable Integer order,
        @Nullable Slot slot,
        @Nullable String login) {
    /** Keeps the person in the address of the page that follows. */
    String forPerson() {
        return login == null || login.isEmpty()
                ? ""
                : "&login=" + UriUtils.encode(login, StandardCharsets.UTF_8);
    }

    NewPost post(UUID unit, Role role) {
        return new NewPost(unit, title == null ? "" : title, role, order == null ? 0 : order, slot);
    }
}
