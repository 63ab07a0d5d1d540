package wanhu.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Ids;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;

/** The accounts of the county, for its security administrator. */
@Controller
@For(Role.SECURITY)
class AccountPages implements MenuSource {
    static final int ROWS = 50;
    private static final int MENU_ACCOUNTS = 910;

    private final Accounts accounts;
    private final HeldPosts posts;

    AccountPages(Accounts accounts, HeldPosts posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "people.accounts.title",
                        "/accounts",
                        MENU_ACCOUNTS,
                        actor -> actor.is(Role.SECURITY)));
    }

    @GetMapping("/accounts")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after) {
        var page = accounts.list(actor, text, after, ROWS);
        return Html.page("people/accounts", new AccountsPage(page, text, after));
    }

    @GetMapping("/accounts/new")
    ModelAndView form() {
        return Html.page("people/accountNew", new AccountNewPage("", "", "", null));
    }

    /**
     * What was typed for a new account.
     *
     * @param command made with the form, so that the same form sent twice makes one account
     */
    record Entry(
            @Nullable UUID command,
            @Nullable String name,
            @Nullable String login,
            @Nullable String phone) {
        AccountNewPage page(@Nullable Refused no) {
            return new AccountNewPage(text(name), text(login), text(phone), no);
        }

        NewAccount wish(int county) {
            var number = text(phone);
            return new NewAccount(
                    county,
                    command == null ? Ids.next() : command,
                    Login.find(text(login))
                            .orElseThrow(() ->
                                    new Refused(Refused.Kind.INVALID, "people.refused.login")),
                    PersonName.of(text(name)).full(),
                    number.isBlank() ? null : Phone.of(number));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    @PostMapping("/accounts")
    ModelAndView create(Actor actor, @ModelAttribute Entry entry) {
        try {
            return once(actor, accounts.create(actor, entry.wish(actor.county())));
        } catch (Refused no) {
            return Html.page(
                    "people/accountNew", entry.page(no), HttpStatus.valueOf(no.kind().status()));
        }
    }

    @GetMapping("/accounts/{account}")
    ModelAndView account(
            Actor actor, @PathVariable UUID account, @RequestParam(defaultValue = "") String unit) {
        var search = new AccountPage.Search(unit, posts.units(actor, unit));
        return Html.page("people/account", page(actor, account, search, null));
    }

    private AccountPage page(
            Actor actor, UUID id, AccountPage.Search search, @Nullable String password) {
        var account = accounts.get(actor, id);
        return new AccountPage(
                account,
                posts.of(account),
                search,
                account.person().equals(actor.person()),
                accounts.hasFactor(account),
                password);
    }

    /** The one time that the password is shown: as the answer to the form, not kept anywhere. */
    private ModelAndView once(Actor actor, Accounts.Made made) {
        var nothing = new AccountPage.Search("", List.of());
        return Html.page("people/account", page(actor, made.account(), nothing, made.password()));
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/accounts/{account}/reset")
    ModelAndView reset(Actor actor, @PathVariable UUID account) {
        return once(actor, accounts.reset(actor, account));
    }

    /** The phone with the authenticator app is lost: the next sign-in sets up a new one. */
    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/accounts/{account}/factor/remove")
    ModelAndView removeFactor(Actor actor, @PathVariable UUID account) {
        accounts.removeFactor(actor, account);
        return done(account, "people.said.factor-removed");
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/accounts/{account}/lock")
    ModelAndView lock(Actor actor, @PathVariable UUID account) {
        accounts.lock(actor, account);
        return done(account, "people.said.locked");
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/accounts/{account}/unlock")
    ModelAndView unlock(Actor actor, @PathVariable UUID account) {
        accounts.unlock(actor, account);
        return done(account, "people.said.unlocked");
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/accounts/{account}/close")
    ModelAndView close(Actor actor, @PathVariable UUID account) {
        accounts.close(actor, account);
        return done(account, "people.said.closed");
    }

    private static ModelAndView done(UUID account, String said) {
        return Html.redirect("/accounts/" + account + "?said=" + said);
    }
}

/**
 * The list of accounts.
 *
 * @param rows this piece
 * @param text what was searched for
 * @param after the login after which this piece starts
 */
record AccountsPage(Page<Account> rows, String text, String after) {
    @Nullable String next() {
        return rows.next() == null ? null : address(rows.next());
    }

    @Nullable String first() {
        return after.isEmpty() ? null : address("");
    }

    private String address(String from) {
        return UriComponentsBuilder.fromPath("/accounts")
                .queryParam("text", "{text}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(text, from)
                .toUriString();
    }
}

/**
 * The form for a new account.
 *
 * @param name as typed
 * @param login as typed
 * @param phone as typed
 * @param no why it was refused, or null
 */
record AccountNewPage(String name, String login, String phone, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}

/**
 * One account.
 *
 * @param account the account
 * @param held the posts that its person holds today
 * @param search for a unit in which the person could hold another post
 * @param own whether it is the administrator's own
 * @param factor whether it has a second factor
 * @param password a new one-time password, shown now and never again; null otherwise
 */
record AccountPage(
        Account account,
        List<HeldPosts.Held> held,
        Search search,
        boolean own,
        boolean factor,
        @Nullable String password) {
    /** Words of a unit and the units found by them. */
    record Search(String text, List<Unit> found) {}

    /** The posts of a unit, with the form of an appointment ready for this person. */
    String posts(Unit unit) {
        return "/org/units/" + unit.id() + "/posts?login=" + account.login().text();
    }

    String look() {
        return switch (account.state()) {
            case ACTIVE -> "done";
            case LOCKED -> "soon";
            case CLOSED -> "plain";
        };
    }

    boolean active() {
        return account.state() == Account.State.ACTIVE;
    }

    boolean locked() {
        return account.state() == Account.State.LOCKED;
    }

    boolean closed() {
        return account.state() == Account.State.CLOSED;
    }
}
