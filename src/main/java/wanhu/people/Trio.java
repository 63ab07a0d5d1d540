package wanhu.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.Posts;
import wanhu.vault.PersonName;

/**
 * The three administrators of a county who are kept apart (三员分立). While nobody holds the post of
 * security administrator, the system administrator names one, and an auditor when there is none;
 * afterwards only the security administrator appoints anybody.
 */
@Component
class Trio {
    private static final List<Role> NAMED = List.of(Role.SECURITY, Role.AUDITOR);
    private static final int ORDER = 90;
    private static final Map<Role, String> TITLES =
            Map.of(Role.SECURITY, "安全管理员", Role.AUDITOR, "审计员");

    private final Posts posts;
    private final Accounts accounts;
    private final AccountStore store;
    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    Trio(
            FirstRun.Office office,
            Accounts accounts,
            AccountStore store,
            JdbcClient db,
            Audit audit,
            Clock clock) {
        this.posts = office.posts();
        this.accounts = accounts;
        this.store = store;
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the county's system administrator has to name the others before anything else. */
    boolean owedBy(Actor actor) {
        return whole(actor) && actor.is(Role.ADMIN) && missing(actor.county(), Role.SECURITY);
    }

    private static boolean whole(Actor actor) {
        return actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
    }

    /** Whether nobody who can sign in holds the role in the county today. */
    boolean missing(int county, Role role) {
        return !store.active(county, posts.holders(county, role, today()));
    }

    /** Whom the system administrator names now. */
    List<Role> toName(int county) {
        return NAMED.stream().filter(role -> missing(county, role)).toList();
    }

    /** Persons who hold two of the three, as it could be before they were kept apart. */
    Set<UUID> doubles(int county) {
        var seen = new HashSet<UUID>();
        var doubles = new HashSet<UUID>();
        Stream.of(Role.ADMIN, Role.SECURITY, Role.AUDITOR)
                .flatMap(role -> posts.holders(county, role, today()).stream())
                .filter(person -> !seen.add(person))
                .forEach(doubles::add);
        return doubles;
    }

    /**
     * Who is named: somebody new, or by her login somebody who has an account.
     *
     * @param name of somebody new; not read for somebody known
     */
    record Wish(@Nullable String login, @Nullable String name) {
        Login read() {
            return Login.find(FirstRun.Wish.text(login))
                    .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "people.refused.login"));
        }
    }

    /**
     * Somebody who was named.
     *
     * @param password of a new account, shown once; null when the account was there before
     */
    record Named(Role role, String login, @Nullable String password) {
        @Override
        public String toString() {
            return "Named[" + role + "]";
        }
    }

    /**
     * Names those who are missing, all or none.
     *
     * @throws Refused when nobody is owed, somebody would hold two of the three, names herself, or
     *     an entry has a fault
     */
    @Transactional
    public List<Named> name(Actor actor, Map<Role, Wish> wishes) {
        db.sql("lock table people.account in share row exclusive mode").update();
        Refused.unless(Refused.Kind.CONFLICT, owedBy(actor), "people.refused.trio-over");
        var named = new EnumMap<Role, Named>(Role.class);
        for (Role role : toName(actor.county())) {
            named.put(role, name(actor, role, wishes.getOrDefault(role, new Wish("", ""))));
        }
        return List.copyOf(named.values());
    }

    private Named name(Actor actor, Role role, Wish wish) {
        var login = wish.read();
        var known = store.credentials(login);
        if (known.isPresent()) {
            var account = known.get();
            if (account.county() != actor.county() || account.state() != Account.State.ACTIVE) {
                throw new Refused(Refused.Kind.CONFLICT, "people.refused.login-taken");
            }
            Refused.unless(
                    Refused.Kind.RULE,
                    !account.person().equals(actor.person()),
                    "people.refused.trio-self");
            appoint(actor, role, account.person());
            return new Named(role, login.text(), null);
        }
        var name = PersonName.of(FirstRun.Wish.text(wish.name())).full();
        var made =
                accounts.make(actor, new NewAccount(actor.county(), Ids.next(), login, name, null));
        var person = store.credentials(login).orElseThrow().person();
        appoint(actor, role, person);
        return new Named(role, login.text(), made.password());
    }

    private void appoint(Actor actor, Role role, UUID person) {
        var county = actor.county();
        var title = TITLES.getOrDefault(role, role.name());
        var post = posts.create(county, new NewPost(actor.unit(), title, role, ORDER, null));
        var name = accounts.names(county, List.of(person)).getOrDefault(person, "");
        posts.appoint(county, new NewAppointment(post, person, name, today(), null, null));
        audit.record(actor, Act.of(Verb.APPOINTED, post).with("person", person).with("role", role));
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}
