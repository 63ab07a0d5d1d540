package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Wanhu;
import wanhu.backup.Drill;
import wanhu.base.Wall;
import wanhu.people.Staff;

/**
 * How long the restore of a county's backup takes that holds a million matters, each with three
 * lines of its timeline, a requester and a clock: {@code mvn -Dfast test -Dtest=MillionRestore}.
 */
class MillionRestore {
    private static final int COUNTY = 155_418;
    private static final int MATTERS = Integer.getInteger("drill.matters", 1_000_000);
    private static final Duration MAX = Duration.ofMinutes(5);

    @TempDir private Path folder;

    @Test
    void takesLessThanFiveMinutes() throws Exception {
        fill();
        var file = folder.resolve("all.wanhu");

        var saving = Drill.time(folder.resolve("data"), "--backup", file);
        var restoring = Drill.time(folder.resolve("again"), "--restore", file);
        System.out.printf(
                "%,d matters: saved in %d s, %,d bytes; restored in %d s%n",
                MATTERS, saving.toSeconds(), Files.size(file), restoring.toSeconds());

        assertThat(restoring).isLessThan(MAX);
    }

    private void fill() {
        try (var context =
                new SpringApplicationBuilder(Wanhu.class)
                        .run(
                                "--wanhu.data=" + folder.resolve("data"),
                                "--wanhu.demo=true",
                                "--wanhu.demo-county=false",
                                "--wanhu.ticks=false",
                                "--server.port=0")) {
            var db = context.getBean(JdbcClient.class);
            var staff = context.getBean(Staff.class);
            Wall.whole(() -> {
                new ManyMatters(staff, db, COUNTY).fill(MATTERS);
                lines(db);
                requesters(db);
                clocks(db);
            });
        }
    }

    private static void lines(JdbcClient db) {
        db.sql(
                        """
                        insert into matter.step (county, matter_id, seq, id, step, stage_from, stage_to, holder_from,
                          holder_to, by_kind, by_name, happened_at, recorded_at, told, note)
                        select m.county, m.id, s, gen_random_uuid(), 'Remark', m.stage, m.stage, m.holder_id,
                          m.holder_id, 'STAFF', '测试员', m.reported_at, m.reported_at, '', '第' || s || '行'
                        from matter.matter m, generate_series(1, 3) s
                        where m.county = :county
                        """)
                .param("county", COUNTY)
                .update();
    }

    private static void requesters(JdbcClient db) {
        db.sql(
                        """
                        insert into matter.requester (county, id, command_id, matter_id, first_matter_id, code_index,
                          wants_news, joined_at)
                        select county, gen_random_uuid(), gen_random_uuid(), id, id, md5(id::text), true, reported_at
                        from matter.matter
                        where county = :county
                        """)
                .param("county", COUNTY)
                .update();
    }

    private static void clocks(JdbcClient db) {
        db.sql(
                        """
                        insert into promise.clock (county, id, subject_id, kind, started_at, last_day, calendar, due_at,
                          warn_at, next_check)
                        select county, gen_random_uuid(), id, 'FINISH', reported_at, '2026-08-10', 'state',
                          reported_at + interval '7 days', reported_at + interval '6 days', reported_at
                        from matter.matter
                        where county = :county
                        """)
                .param("county", COUNTY)
                .update();
    }
}
