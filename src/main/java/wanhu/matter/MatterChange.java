package wanhu.matter;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Tally;

/** What a step writes anew of a matter's row, as {@link MatterStore} names it. */
final class MatterChange {
    private MatterChange() {}

    /** The statement with where the matter stands now. */
    static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Matter matter) {
        statement
                .param("county", matter.county())
                .param("id", matter.id())
                .param("version", matter.version())
                .param("stage", matter.stage().name())
                .param("open", matter.stage().open())
                .param("unsolved", matter.stage().unsolved());
        about(statement, matter.about());
        parties(statement, matter.parties());
        tally(statement, matter.tally());
        work(statement, matter);
        return ending(statement, matter);
    }

    private static void parties(JdbcClient.StatementSpec statement, Matter.Parties parties) {
        hold(statement, "holder", parties.holder());
        hold(statement, "handler", parties.handler());
        hold(statement, "dispatcher", parties.dispatcher());
        statement.param("author", parties.author());
    }

    private static void work(JdbcClient.StatementSpec statement, Matter matter) {
        var unit = OwnWork.unit(matter);
        statement.param("wordsUnit", unit).param("sign", unit == null ? null : Signs.work(unit));
    }

    private static void about(JdbcClient.StatementSpec statement, Matter.About about) {
        statement
                .param("kind", about.kind().name())
                .param("category", about.category())
                .param("secret", about.privacy().secret())
                .param("publishable", about.privacy().publishable())
                .param("complainedOf", textOrNull(about.privacy().complainedOf()));
    }

    private static void hold(JdbcClient.StatementSpec statement, String name, @Nullable Hold hold) {
        statement
                .param(name + "Id", hold == null ? null : hold.unit())
                .param(name + "Path", hold == null ? null : hold.path().text())
                .param(name + "Level", hold == null ? null : hold.level().name());
    }

    private static void tally(JdbcClient.StatementSpec statement, Tally tally) {
        statement
                .param("returns", tally.returns())
                .param("redos", tally.redos())
                .param("passes", tally.passes())
                .param("attempts", tally.attempts())
                .param("lastAttempt", tally.lastAttempt())
                .param("extended", tally.extended())
                .param("extension", tally.extension() == null ? null : tally.extension().toString())
                .param("urgent", tally.urgent())
                .param("unhappy", tally.unhappy())
                .param("designated", tally.designated())
                .param("contacted", tally.contacted())
                .param("supporters", tally.supporters());
    }

    private static JdbcClient.StatementSpec ending(
            JdbcClient.StatementSpec statement, Matter matter) {
        var ending = matter.ending();
        var times = matter.times();
        return statement
                .param("result", nameOrNull(ending.result()))
                .param("answer", ending.answer())
                .param("publicTitle", ending.publicTitle())
                .param("publicText", ending.publicText())
                .param("publicAnswer", ending.publicAnswer())
                .param("published", ending.published())
                .param("mergedInto", ending.mergedInto())
                .param("solved", Sql.atOrNull(times.solved()))
                .param("closed", Sql.atOrNull(times.closed()))
                .param("due", Sql.atOrNull(times.due()))
                .param("warn", Sql.atOrNull(times.warn()))
                .param("clock", nameOrNull(times.clock()));
    }

    static @Nullable String textOrNull(@Nullable OrgPath path) {
        return path == null ? null : path.text();
    }

    static @Nullable String nameOrNull(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
