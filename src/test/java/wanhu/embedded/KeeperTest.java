package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights on append-only tables when the program brings its own PostgreSQL. */
class KeeperTest {
    private static final String DATABASE = "kept";

    private Keeper keeper;
    private Connection application;

    @BeforeEach
    void aTableThatSaysWhatItIs() throws SQLException {
        try (var superuser = TestServer.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("drop database if exists kept with (force)");
            statement.execute("create database kept owner wanhu");
        }
        application = DriverManager.getConnection(TestServer.url(DATABASE));
        run(
                """
                create schema room;
                create table room.thing (id int primary key);
                create table room.line (id int primary key, thing int not null references room.thing, text text);
                create function room.refuse() returns trigger language plpgsql as
                  $$ begin raise exception 'append-only'; end $$;
                create trigger append_only before update or delete or truncate on room.line
                  for each statement execute function room.refuse();
                comment on table room.line is 'append-only';
                insert into room.thing values (1);
                """);
        keeper = TestServer.keeper(DATABASE);
        keeper.open();
        keeper.close();
    }

    @AfterEach
    void leave() throws SQLException {
        application.close();
    }

    @Test
    void theApplicationReadsAndAdds() throws SQLException {
        run("insert into room.line values (1, 1, 'first')");
        run("analyze room.line");

        assertThat(lines()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update room.line set text = 'other'",
                "delete from room.line",
                "truncate room.line",
                "drop table room.line",
                "drop schema room cascade",
                "alter table room.line disable trigger append_only",
                "alter table room.line rename to gone",
                "alter table room.line owner to wanhu",
                "create or replace function room.refuse() returns trigger language plpgsql as $$ begin return new; end $$",
                "drop trigger append_only on room.line",
                "set role wanhu_keeper",
                "set session_replication_role = replica"
            })
    void theApplicationCannotChangeThem(String attempt) throws SQLException {
        run("insert into room.line values (1, 1, 'first')");

        assertThatThrownBy(() -> run(attempt)).isInstanceOf(SQLException.class);
        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void whatIsNotAppendOnlyStaysAsItWas() throws SQLException {
        run("update room.thing set id = 2");
        run("delete from room.thing");
    }

    @Test
    void theMigrationsOfALaterReleaseGetThemBack() throws SQLException {
        keeper.open();
        run("alter table room.line add column more text");
        keeper.close();

        assertThatThrownBy(() -> run("delete from room.line")).isInstanceOf(SQLException.class);
    }

    private void run(String text) throws SQLException {
        try (var statement = application.createStatement()) {
            statement.execute(text);
        }
    }

    private int lines() throws SQLException {
        try (var statement = application.createStatement();
                var rows = statement.executeQuery("select count(*) from room.line")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
