package wanhu.vault;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The keys of the vault: which seals now, how far older values are, and a new one. */
@Controller
@For(Role.SECURITY)
class KeyPages implements MenuSource {
    private static final int MENU = 950;

    private final Vault vault;

    KeyPages(Vault vault) {
        this.vault = vault;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("vault.keys.title", "/admin/keys", MENU, KeyPages::may));
    }

    /** One vault serves all counties of the installation; a township's administrator has no say. */
    private static boolean may(Actor actor) {
        return actor.is(Role.SECURITY) && actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
    }

    @GetMapping("/admin/keys")
    ModelAndView show(Actor actor) {
        return Html.page("vault/keys", new KeysPage(vault.keys(), vault.canGrow(), may(actor)));
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/admin/keys")
    ModelAndView grow(Actor actor) {
        vault.grow(actor);
        return Html.redirect("/admin/keys?said=vault.said.key-made");
    }
}

/**
 * The keys.
 *
 * @param keys the newest first
 * @param canGrow whether a new one can be made here
 * @param may whether the reader may make one
 */
record KeysPage(List<KeyState> keys, boolean canGrow, boolean may) {}

/**
 * A key, without itself.
 *
 * @param id as it stands in sealed values
 * @param current whether it seals now
 * @param madeAt when it was made; null for keys older than this record
 * @param resealedAt when all older values were under it; null while they are not
 */
record KeyState(
        String id, boolean current, @Nullable Instant madeAt, @Nullable Instant resealedAt) {}
