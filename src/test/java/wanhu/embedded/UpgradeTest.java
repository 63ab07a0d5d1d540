package wanhu.embedded;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data directory of the first version is brought up, with what people have written into it. */
class UpgradeTest {
    private static final Pattern FILE = Pattern.compile(".*/(\\w+)/V(\\d+)__\\w*\\.sql");

    private final String url = TestServer.emptyDatabase("upgrade");
    private final JdbcClient db =
            JdbcClient.create(new DriverManagerDataSource(TestServer.whole(url)));
    private final Configuration database =
            Flyway.configure().dataSource(url, null, null).defaultSchema("public");

    @Test
    void tablesOfTheFirstVersionAreBroughtUpWithTheirRows() throws Exception {
        Migrations.to(database, versions(UpgradeTest::lower));
        write();
        assertThat(applied()).isNotEmpty().isNotEqualTo(Applied.known());

        Migrations.to(database, versions(UpgradeTest::higher));
        Migrations.to(database, versions(UpgradeTest::higher));

        assertThat(applied())
                .as("what one question finds, so that a later start needs no more")
                .isEqualTo(Applied.known());
        db.sql("update public.flyway_matter set checksum = checksum + 1 where version = '1'")
                .update();
        assertThat(applied()).as("a file that was changed").isNotEqualTo(Applied.known());
        assertThat(count("matter.matter where number = '150524-20260803-0001' and version = 1"))
                .isEqualTo(1);
        assertThat(count("matter.step where told = '您好' and xid > 0 and salt is not null"))
                .isEqualTo(1);
        assertThat(count("matter.requester where wants_news")).isEqualTo(1);
        assertThat(count("promise.clock where kind = 'ADMIT' and stopped_at is null")).isEqualTo(1);
    }

    private Set<Applied.Script> applied() {
        var rooms = Applied.known().stream().map(Applied.Script::room).collect(toSet());
        return Applied.in(new DriverManagerDataSource(url), rooms);
    }

    private int count(String what) {
        return db.sql("select count(*) from " + what).query(Integer.class).single();
    }

    /** A report as the first version kept it. */
    private void write() {
        db.sql(
                        """
                        insert into matter.matter (county, id, number, version, kind, category, channel, danger, title,
                          body, terms, place_id, place_path, place_note, anonymous, secret, publishable, stage, open,
                          unsolved, holder_id, holder_path, holder_level, reported_at, changed_at)
                        values (150524, '019890f4-0c00-7000-8000-000000000001', '150524-20260803-0001', 1, 'HELP', 'road',
                          'WEB', false, '路灯坏了', '夜里看不见路', '{路灯}', '019890f4-0c00-7000-8000-000000000002',
                          '150524.0001.0001.', '', false, false, true, 'REGISTERED', true, true,
                          '019890f4-0c00-7000-8000-000000000002', '150524.0001.0001.', 'VILLAGE', '2026-08-03T01:00Z',
                          '2026-08-03T01:00Z');
                        insert into matter.requester (county, id, command_id, matter_id, first_matter_id, code_index,
                          wants_news, joined_at)
                        values (150524, '019890f4-0c00-7000-8000-000000000003', '019890f4-0c00-7000-8000-000000000004',
                          '019890f4-0c00-7000-8000-000000000001', '019890f4-0c00-7000-8000-000000000001', 'index', true,
                          '2026-08-03T01:00Z');
                        insert into matter.step (county, matter_id, seq, id, step, stage_from, stage_to, holder_from,
                          holder_to, by_kind, by_name, happened_at, recorded_at, told, note)
                        values (150524, '019890f4-0c00-7000-8000-000000000001', 1, '019890f4-0c00-7000-8000-000000000005',
                          'Register', 'REGISTERED', 'REGISTERED', '019890f4-0c00-7000-8000-000000000002',
                          '019890f4-0c00-7000-8000-000000000002', 'REQUESTER', '', '2026-08-03T01:00Z',
                          '2026-08-03T01:00Z', '您好', '');
                        insert into promise.clock (county, id, subject_id, kind, started_at, last_day, calendar, due_at,
                          warn_at, next_check)
                        values (150524, '019890f4-0c00-7000-8000-000000000006', '019890f4-0c00-7000-8000-000000000001',
                          'ADMIT', '2026-08-03T01:00Z', '2026-08-10', 'state', '2026-08-10T16:00Z', '2026-08-09T16:00Z',
                          '2026-08-09T16:00Z')
                        """)
                .update();
    }

    private static String lower(String one, String other) {
        return Integer.parseInt(one) < Integer.parseInt(other) ? one : other;
    }

    private static String higher(String one, String other) {
        return lower(one, other).equals(one) ? other : one;
    }

    /** One version of each room, of those whose files lie in the program. */
    private static Map<String, String> versions(BinaryOperator<String> choice) throws IOException {
        var versions = new HashMap<String, String>();
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:wanhu/*/V*__*.sql");
        for (var file : files) {
            var name = FILE.matcher(file.getURL().getPath());
            if (name.matches()) {
                versions.merge(name.group(1), name.group(2), choice);
            }
        }
        return versions;
    }
}
