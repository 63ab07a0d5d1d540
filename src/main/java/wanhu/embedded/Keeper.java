package wanhu.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import wanhu.base.CannotStart;

/**
 * Takes the append-only tables away from the role of the application: they belong to a role into
 * which nobody can sign in, and the application may read and add. A table is one of them when its
 * comment says "append-only". Migrations get the tables back while they run, before the first page.
 * No row is hidden from that role, so the views that it keeps count without asking each row.
 *
 * @param url address of the application's database
 * @param password of the superuser
 */
record Keeper(String url, String password) {
    static final String ROLE = "wanhu_keeper";

    /** Gives the tables back to the application, for the migrations. */
    void open() {
        run(
                """
                do $$
                declare
                  kept record;
                begin
                  if not exists (select from pg_roles where rolname = 'wanhu_keeper') then
                    create role wanhu_keeper nologin;
                  end if;
                  alter role wanhu_keeper bypassrls;
                  for kept in
                    select oid::regnamespace as name from pg_namespace where nspowner = 'wanhu_keeper'::regrole
                  loop
                    execute format('alter schema %s owner to wanhu', kept.name);
                  end loop;
                  for kept in
                    select oid::regclass as name from pg_class
                    where relowner = 'wanhu_keeper'::regrole and relkind in ('r', 'v')
                  loop
                    execute format('alter table %s owner to wanhu', kept.name);
                  end loop;
                  for kept in
                    select oid::regprocedure as name from pg_proc where proowner = 'wanhu_keeper'::regrole
                  loop
                    execute format('alter function %s owner to wanhu', kept.name);
                  end loop;
                end
                $$
                """);
    }

    /** Takes them into keeping, with their schemas (whose owner could drop them) and triggers. */
    void close() {
        run(
                """
                do $$
                declare
                  kept record;
                  guard record;
                begin
                  for kept in
                    select c.oid, c.oid::regclass as name, c.relnamespace::regnamespace as room
                    from pg_class c
                    join pg_description d
                      on d.objoid = c.oid and d.objsubid = 0 and d.classoid = 'pg_class'::regclass
                    where c.relkind = 'r' and d.description = 'append-only'
                  loop
                    for guard in
                      select distinct tgfoid::regprocedure as name
                      from pg_trigger
                      where tgrelid = kept.oid and not tgisinternal
                    loop
                      execute format('alter function %s owner to wanhu_keeper', guard.name);
                      execute format('grant execute on function %s to wanhu', guard.name);
                    end loop;
                    execute format('alter table %s owner to wanhu_keeper', kept.name);
                    execute format('revoke all on table %s from wanhu', kept.name);
                    execute format('grant select, insert, maintain on table %s to wanhu', kept.name);
                    execute format('alter schema %s owner to wanhu_keeper', kept.room);
                    execute format('grant usage on schema %s to wanhu', kept.room);
                  end loop;
                end
                $$
                """);
    }

    /**
     * Takes the views by which is counted into keeping: their comment says "counted before the
     * wall", they hold no word of a resident, and what they read is not asked of each row.
     */
    void counts() {
        run(
                """
                do $$
                declare
                  kept record;
                  source record;
                begin
                  for kept in
                    select c.oid, c.oid::regclass as name, c.relnamespace::regnamespace as room
                    from pg_class c
                    join pg_description d
                      on d.objoid = c.oid and d.objsubid = 0 and d.classoid = 'pg_class'::regclass
                    where c.relkind = 'v' and d.description = 'counted before the wall'
                  loop
                    for source in
                      select distinct d.refobjid::regclass as name
                      from pg_rewrite r
                      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                      where r.ev_class = kept.oid and d.refclassid = 'pg_class'::regclass
                        and d.refobjid <> kept.oid
                    loop
                      execute format('grant select on table %s to wanhu_keeper', source.name);
                    end loop;
                    execute format('grant usage on schema %s to wanhu_keeper', kept.room);
                    execute format('alter table %s owner to wanhu_keeper', kept.name);
                    execute format('grant select on table %s to wanhu', kept.name);
                  end loop;
                end
                $$
                """);
    }

    private void run(String text) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException broken) {
            throw new CannotStart(
                    "The append-only tables could not be taken into keeping. PostgreSQL says: "
                            + broken.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        var superuser = new Properties();
        superuser.setProperty("user", "postgres");
        superuser.setProperty("password", password);
        return DriverManager.getConnection(url, superuser);
    }

    @Override
    public String toString() {
        return "Keeper[" + url + "]";
    }
}
