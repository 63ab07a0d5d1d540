package wanhu.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.StartupNote;
import wanhu.base.Zones;
import wanhu.org.DivisionCode;
import wanhu.org.Level;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.vault.PersonName;

/**
 * The first run: while there is no account, whoever reads the code on the console may found the
 * county and its first administrator. No default account, no default password.
 */
@Component
class FirstRun implements StartupNote {
    static final int TRIES_PER_MINUTE_MAX = 10;
    private static final int CODE_DIGITS = 8;
    private static final int ADMIN_ORDER = 90;
    private static final String ADMIN_TITLE = "系统管理员";

    private final AccountStore store;
    private final Accounts accounts;
    private final Units units;
    private final Posts posts;
    private final JdbcClient db;
    private final Clock clock;
    private final RateLimit rate;
    private final String code = digits();
    private volatile boolean over;

    FirstRun(
            AccountStore store,
            Accounts accounts,
            Office office,
            JdbcClient db,
            RateLimits limits,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.units = office.units();
        this.posts = office.posts();
        this.db = db;
        this.clock = clock;
        this.rate = limits.of("first-run", TRIES_PER_MINUTE_MAX, Duration.ofMinutes(1));
    }

    /** Both doors of room org. */
    @Component
    record Office(Units units, Posts posts) {
        /** Name of a county; empty when it is not founded. */
        String nameOf(int county) {
            return units.tree(county)
                    .root()
                    .filter(root -> root.county() == county)
                    .map(Unit::name)
                    .orElse("");
        }
    }

    /** Whether there is no account yet; once there is one it stays so. */
    boolean open() {
        if (!over && !store.none()) {
            over = true;
        }
        return !over;
    }

    /** The one-time code, for the console and for nobody else. */
    String code() {
        return code;
    }

    @Override
    public List<String> lines() {
        return open()
                ? List.of("First run: open /setup and give the one-time code " + code)
                : List.of();
    }

    /** What the first administrator typed. */
    record Wish(
            @Nullable String code,
            @Nullable String county,
            @Nullable String countyName,
            @Nullable String login,
            @Nullable String name,
            @Nullable String password) {
        static final Wish NONE = new Wish(null, null, null, null, null, null);

        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /**
     * Founds the county, unless it is known, with its first administrator.
     *
     * @throws Refused when there is an account already, the code is wrong, or an entry has a fault
     */
    @Transactional
    public UUID begin(Wish wish, String address) {
        rate.take(address);
        db.sql("lock table people.account in share row exclusive mode").update();
        if (!store.none()) {
            throw new Refused(Refused.Kind.MISSING, "people.refused.setup-over");
        }
        if (!same(Wish.text(wish.code()))) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.setup-code");
        }
        var login =
                Login.find(Wish.text(wish.login()))
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.INVALID, "people.refused.login"));
        var password =
                Password.chosen(Wish.text(wish.password()), login, Wish.text(wish.countyName()));
        var today = Zones.day(clock.instant());
        var county = county(wish, today);
        var person =
                new NewAccount(
                        county.county(),
                        Ids.next(),
                        login,
                        PersonName.of(Wish.text(wish.name())).full(),
                        null);
        var account = accounts.createFirst(person, password);
        appoint(county, person, today);
        return account;
    }

    private Unit county(Wish wish, LocalDate today) {
        var code =
                DivisionCode.find(Wish.text(wish.county()), Level.COUNTY)
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.INVALID, "people.refused.county-code"));
        int number = code.county().orElseThrow();
        return units.tree(number)
                .byCode(code.text())
                .orElseGet(() -> units.foundDivision(code, Wish.text(wish.countyName()), today));
    }

    private void appoint(Unit county, NewAccount person, LocalDate today) {
        var post =
                posts.create(
                        county.county(),
                        new NewPost(county.id(), ADMIN_TITLE, Role.ADMIN, ADMIN_ORDER, null));
        posts.appoint(
                county.county(),
                new NewAppointment(post, person.person(), person.name(), today, null, null));
    }

    private boolean same(String entry) {
        return MessageDigest.isEqual(
                entry.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String digits() {
        return new SecureRandom()
                .ints(CODE_DIGITS, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
