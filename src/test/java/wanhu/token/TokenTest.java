package wanhu.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Tokens: who makes them, who lets them in, when they stop, and what strangers are told. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {
    private static final int COUNTY = 154745;

    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired Tokens tokens;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit township;

    @BeforeAll
    void make() {
        township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "令牌镇");
    }

    private Unit village() {
        return staff.below(township, UnitKind.VILLAGE, "令牌村");
    }

    @Test
    void worksFromItsReleaseUntilItIsEnded() {
        var village = village();
        var made = programs.made(Role.VILLAGE_CLERK, village, Reach.MATTERS_READ);
        var program = programs.with(made);
        var before = program.get("/matters");
        tokens.release(programs.security(village), made.token().id());
        var good = program.get("/matters");
        tokens.end(staff.actor(Role.VILLAGE_CLERK, village), made.token().id());

        assertThat(List.of(before.status(), good.status(), program.get("/matters").status()))
                .containsExactly(401, 200, 401);
        assertThat(before.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(before.at("detail")).isEqualTo("令牌还没有放行。");
    }

    @Test
    void nobodyLetsTheOwnTokenIn() {
        var made = programs.made(Role.VILLAGE_CLERK, village(), Reach.MATTERS_READ);
        var herself = staff.actor(Role.VILLAGE_CLERK, village());

        assertThatThrownBy(() ->
                        tokens.make(
                                programs.security(township),
                                new Tokens.Wish("x", Set.of("matters:read"), 90)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tokens.end(herself, made.token().id()))
                .hasMessageContaining("token.refused.missing");
    }

    @Test
    void endsWithItsDayAndWithTheAppointment() {
        var village = village();
        var program = programs.of(Role.VILLAGE_CLERK, village, Reach.MATTERS_READ);
        staff.end(Role.VILLAGE_CLERK, village, LocalDate.parse("2026-08-02"));
        var left = program.get("/matters");
        var other = programs.of(Role.TOWNSHIP_CLERK, township, Reach.MATTERS_READ);
        clock.advance(Duration.ofDays(91));
        var late = other.get("/matters");

        assertThat(left.at("detail")).contains("已不在这个岗位");
        assertThat(late.at("detail")).isEqualTo("令牌已到期。");
    }

    @Test
    void isGoodForNothingElse() {
        var program = programs.of(Role.TOWNSHIP_CLERK, township, Reach.FIGURES_READ);
        var said = program.get("/matters");

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.at("detail")).contains("matters:read");
        assertThat(program.post("/matters", "{}").status()).isEqualTo(403);
    }

    @Test
    void cookiesMeanNothingHere() {
        var browser = staff.as(Role.TOWNSHIP_CLERK, township);

        assertThat(browser.get("/api/v1/matters").status()).isEqualTo(401);
    }

    @Test
    void keepsNoSecretAndNotesTheDayOfUse() {
        var made = programs.made(Role.TOWNSHIP_CLERK, township, Reach.MATTERS_READ);
        tokens.release(programs.security(township), made.token().id());
        programs.with(made).get("/matters");
        var row =
                db.sql("select t::text from token.token t where county = :county and id = :id")
                        .param("county", COUNTY)
                        .param("id", made.token().id())
                        .query(String.class)
                        .single();

        assertThat(row).doesNotContain(made.secret().substring(10));
        assertThat(tokens.own(staff.actor(Role.TOWNSHIP_CLERK, township)).getFirst().used())
                .isNotNull();
    }

    @Test
    void tellsHowOftenOneMayCall() {
        var program = programs.of(Role.TOWNSHIP_CLERK, township, Reach.UNITS_READ);
        program.get("/categories");
        var said = program.get("/categories");

        assertThat(said.header("RateLimit-Limit")).isEqualTo("600");
        assertThat(Integer.parseInt(said.header("RateLimit-Remaining"))).isBetween(598, 599);
        assertThat(Integer.parseInt(said.header("RateLimit-Reset"))).isBetween(1, 60);
    }

    @Test
    void oneCallTooManyIsToldWhenToComeAgain() {
        var made = programs.made(Role.TOWNSHIP_CLERK, township, Reach.UNITS_READ);
        tokens.release(programs.security(township), made.token().id());
        var program = programs.with(made);
        program.get("/categories");
        db.sql("update people.rate set acts = 600 where acts = 1 and until > :now")
                .param("now", wanhu.base.Sql.at(clock.instant()))
                .update();
        var said = program.get("/categories");

        assertThat(said.status()).isEqualTo(429);
        assertThat(said.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void guessesAreRecordedAndSlowedDown() {
        var guess = programs.with(guessed()).from("203.0.113.77");
        int tries = 0;
        while (guess.get("/matters").status() == 401 && tries <= Ration.WRONG_MAX) {
            tries++;
        }

        assertThat(tries).isEqualTo(Ration.WRONG_MAX);
        assertThat(
                        db.sql(
                                        "select count(*) from audit.act where verb = 'API_KEY_WRONG' and county = 0")
                                .query(Integer.class)
                                .single())
                .isGreaterThanOrEqualTo(Ration.WRONG_MAX);
    }

    private Tokens.Made guessed() {
        var real = programs.made(Role.TOWNSHIP_CLERK, township, Reach.UNITS_READ);
        return new Tokens.Made(real.token(), "wt-%06d-%s".formatted(COUNTY, "0".repeat(48)));
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing, 404", "DELETE, /matters, 405", "GET, /matters/no-such-number, 404"})
    void everyFaultIsAProblem(String method, String path, int status) {
        var program = programs.of(Role.TOWNSHIP_CLERK, township);
        var said = program.call(method, path, "", "application/json");

        assertThat(said.status()).isEqualTo(status);
        assertThat(said.header("Content-Type")).startsWith("application/problem+json");
        assertThat(said.at("status")).isEqualTo(Integer.toString(status));
    }

    @Test
    void whoCannotReadJsonIsTold() {
        var program = programs.of(Role.TOWNSHIP_CLERK, township);

        assertThat(program.with("Accept", "text/xml").get("/categories").status()).isEqualTo(406);
        assertThat(program.with("Accept", "text/html").get("/nothing").header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{\"kind\":\"HELP\",\"kind\":\"HELP\"}",
                "{\"kind\":\"NONE\"}",
                "{\"kind\":0}",
                "{} {}",
                "{\"text\":{\"text\":\"x\"}}",
                "{\"danger\":1}",
                "<!DOCTYPE x>"
            })
    void malformedJsonIsTheSendersFault(String body) {
        var program = programs.of(Role.TOWNSHIP_CLERK, township);

        assertThat(program.post("/matters", body).status()).isEqualTo(400);
    }

    @Test
    void whatIsTooLargeTooDeepOrNotJsonIsRefused() {
        var program = programs.of(Role.TOWNSHIP_CLERK, township);
        var huge = program.post("/matters", "{\"text\":\"" + "长".repeat(30_000) + "\"}");
        var deep = program.post("/matters", "[".repeat(1_000));
        var form = program.call("POST", "/matters", "a=b", "application/x-www-form-urlencoded");
        var bare = program.call("POST", "/matters", "{}", "application/json");

        assertThat(List.of(huge.status(), deep.status(), form.status()))
                .containsExactly(413, 400, 415);
        assertThat(bare.faults()).isNotEmpty();
    }
}
