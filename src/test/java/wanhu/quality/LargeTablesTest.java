package wanhu.quality;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A new release brings its tables up while the old one works on them: nothing that takes long may
 * keep a large table from others (decision 0030).
 */
class LargeTablesTest {
    /** Those that grow with every matter, and every act. */
    private static final String LARGE =
            "(?:matter\\.(?:matter|step|requester|words|part|command)|promise\\.(?:clock|entry|rung)"
                    + "|audit\\.act|vault\\.view|files\\.file|round\\.item|message\\.outbox)\\b";

    private static final Path MAIN = Path.of("src", "main", "java", "wanhu");

    /** From before the rule: there is no county yet whose tables are large. */
    private static final Set<String> BEFORE =
            Set.of(
                    "audit/V2__by_transaction.sql",
                    "audit/V4__origin.sql",
                    "matter/V10__name_index.sql",
                    "matter/V13__wall.sql",
                    "matter/V14__old_reports.sql",
                    "matter/V15__published_by_time.sql",
                    "matter/V16__supported.sql",
                    "matter/V17__lean_row.sql",
                    "matter/V18__notice.sql",
                    "matter/V26__command_of_a_step.sql",
                    "matter/V2__near.sql",
                    "matter/V3__sealed_steps.sql",
                    "matter/V4__tallies.sql",
                    "matter/V5__erasure.sql",
                    "matter/V6__by_transaction.sql",
                    "matter/V7__words.sql",
                    "matter/V8__complained_of.sql",
                    "matter/V9__title_signs.sql",
                    "message/V2__dropped.sql",
                    "promise/V2__retime.sql",
                    "vault/V4__notice.sql");

    private static final List<Pattern> LONG =
            Stream.of(
                            "create (?:unique )?index (?!concurrently).* on LARGE.*",
                            "reindex (?!.*concurrently).*LARGE.*",
                            "(?:update|delete from|truncate|cluster|lock table|vacuum full) (?:only )?LARGE.*",
                            "insert into .* from LARGE.*",
                            "alter table (?:only )?LARGE .*alter (?:column )?\\w+ (?:set data )?type .*",
                            "alter table (?:only )?LARGE .*set not null.*",
                            "alter table (?:only )?LARGE .*add (?:column )?(?!constraint )\\w+ [^,]*(?:default [^,]*\\(|generated|check|references|unique).*",
                            "alter table (?:only )?LARGE .*add (?:constraint \\w+ )?(?:check|foreign key)(?!.*not valid).*",
                            "alter table (?:only )?LARGE .*add (?:constraint \\w+ )?(?:unique|primary key|exclude)(?! using index).*")
                    .map(each -> Pattern.compile(each.replace("LARGE", LARGE)))
                    .toList();

    @Test
    void noNewMigrationKeepsOthersFromALargeTable() {
        assertThat(migrations().filter(LargeTablesTest::holds).map(LargeTablesTest::name))
                .containsExactlyInAnyOrderElementsOf(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index a on matter.step (county, at);",
                "create unique index a on matter.matter (county, id) where open;",
                "alter table matter.matter\n    alter column title type varchar(10);",
                "alter table matter.step add column a uuid not null default gen_random_uuid();",
                "alter table promise.clock add constraint a check (kind <> 'X');",
                "alter table matter.step add column a int check (a > 0);",
                "update matter.words w set keys = null;",
                "insert into matter.other (id) select id from matter.matter;",
                "alter table audit.act alter column address set not null;"
            })
    void whatTakesLongIsSeen(String text) {
        assertThat(holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently a on matter.step (county, at);",
                "alter table matter.step add column a bigint;",
                "alter table matter.step add column a int not null default 0;",
                "alter table promise.clock add constraint a check (kind <> 'X') not valid;",
                "alter table promise.clock validate constraint a;",
                "create table matter.fresh (id uuid); create index a on matter.fresh (id);",
                "-- create index a on matter.step (at);\ndrop index matter.a;"
            })
    void whatIsDoneInAMomentMayBe(String text) {
        assertThat(holds(text)).isFalse();
    }

    private static boolean holds(Path file) {
        try {
            return !file.getFileName().toString().startsWith("V1__")
                    && holds(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean holds(String text) {
        var plain = text.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split(";", -1))
                .map(each -> each.replaceAll("\\s+", " ").strip())
                .anyMatch(each -> LONG.stream().anyMatch(form -> form.matcher(each).matches()));
    }

    private static Stream<Path> migrations() {
        try (var all = Files.walk(MAIN)) {
            return all
                    .filter(file -> file.getFileName().toString().matches("V\\d+__\\w+\\.sql"))
                    .collect(toCollection(TreeSet::new))
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String name(Path file) {
        return MAIN.relativize(file).toString();
    }
}
