package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;

/** The tables keep the rules by which a county can move to another server. */
@WanhuTest
class CatalogTest {
    @Autowired private JdbcClient db;

    @Test
    void everyTableThatIsDeclaredExists() {
        var tables =
                strings(
                        """
                        select n.nspname || '.' || c.relname
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition
                          and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                        """);

        assertThat(tables).containsAll(TableClasses.declared().keySet());
    }

    @Test
    void theCountyComesFirstInThePrimaryKeyAndStandsInEveryUniqueOne() {
        var otherwise =
                strings(
                        """
                        select n.nspname || '.' || c.relname || ' ' || i.indexrelid::regclass
                        from pg_index i
                        join pg_class c on c.oid = i.indrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where i.indisunique
                          and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')
                          and not exists (
                            select 1
                            from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'county'
                              and (a.attnum = i.indkey[0]
                                or not i.indisprimary and a.attnum = any (i.indkey)))
                        """);

        assertThat(otherwise).filteredOn(CatalogTest::isOfACounty).isEmpty();
    }

    @Test
    void everyTableHasAPrimaryKey() {
        assertThat(
                        strings(
                                """
                                select c.oid::regclass::text
                                from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r'
                                  and n.nspname not in ('pg_catalog', 'information_schema')
                                  and not exists (
                                    select 1
                                    from pg_constraint k
                                    where k.conrelid = c.oid and k.contype = 'p')
                                """))
                .isEmpty();
    }

    @Test
    void nothingIsCountedByTheDatabase() {
        assertThat(strings("select schemaname || '.' || sequencename from pg_sequences")).isEmpty();
    }

    @Test
    void noTableRefersToAnotherRoomsTable() {
        assertThat(
                        strings(
                                """
                                select k.conrelid::regclass || ' to ' || k.confrelid::regclass
                                from pg_constraint k
                                join pg_class a on a.oid = k.conrelid
                                join pg_class b on b.oid = k.confrelid
                                where k.contype = 'f' and a.relnamespace <> b.relnamespace
                                """))
                .isEmpty();
    }

    @Test
    void aReferenceWithinACountyStaysThere() {
        var otherwise =
                strings(
                        """
                        select n.nspname || '.' || c.relname || ' ' || k.conname
                        from pg_constraint k
                        join pg_class c on c.oid = k.conrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                        where k.contype = 'f' and a.attname <> 'county'
                        """);

        assertThat(otherwise).filteredOn(CatalogTest::isOfACounty).isEmpty();
    }

    @Test
    void aPathSortsByItsBytes() {
        assertThat(
                        strings(
                                """
                                select c.oid::regclass || '.' || a.attname
                                from pg_attribute a
                                join pg_class c on c.oid = a.attrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_collation s on s.oid = a.attcollation
                                where c.relkind = 'r'
                                  and n.nspname not in ('pg_catalog', 'information_schema')
                                  and (a.attname = 'path' or a.attname like '%\\_path')
                                  and s.collname <> 'C'
                                """))
                .isEmpty();
    }

    @Test
    void momentsKnowTheirZone() {
        assertThat(
                        strings(
                                """
                                select table_schema || '.' || table_name || '.' || column_name
                                from information_schema.columns
                                where data_type = 'timestamp without time zone'
                                  and table_schema not in
                                    ('pg_catalog', 'information_schema', 'public')
                                """))
                .isEmpty();
    }

    private static boolean isOfACounty(String line) {
        return TableClasses.isCounty(line.split(" ", 2)[0]);
    }

    private List<String> strings(String sql) {
        return db.sql(sql).query(String.class).list();
    }
}
