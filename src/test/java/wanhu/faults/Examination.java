package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.audit.WholeRecord;
import wanhu.base.Settings;
import wanhu.board.Recount;
import wanhu.embedded.SoundFiles;
import wanhu.faults.Ledger.Wish;
import wanhu.matter.Reports;

/** Compares what the senders know with what the product has kept. */
final class Examination {
    private final Ledger ledger;
    private final ConfigurableApplicationContext product;
    private final JdbcClient db;

    Examination(Ledger ledger, ConfigurableApplicationContext product) {
        this.ledger = ledger;
        this.product = product;
        this.db = product.getBean(JdbcClient.class);
    }

    void all() {
        rows();
        SoundFiles.needSound(product.getBean(Settings.class).data());
    }

    /** All but the files of the database. */
    void rows() {
        nothingIsLostAndNothingRefusedWasDone();
        nothingIsDoubled();
        nothingIsTorn();
        eachReceiptOpens();
        WholeRecord.needSound(product, Town.COUNTY);
        Recount.needRight(product, Town.COUNTY);
    }

    /** The senders make ids of version 4, the product its own for what follows from a command. */
    private void nothingIsLostAndNothingRefusedWasDone() {
        assertThat(
                        ids(
                                """
                                select id from matter.command where uuid_extract_version(id) = 4
                                union all
                                select command from matter.step where uuid_extract_version(command) = 4
                                """))
                .containsExactlyInAnyOrderElementsOf(ledger.acknowledged());
    }

    /** One matter, one requester, one line of the timeline for each command. */
    private void nothingIsDoubled() {
        assertThat(ids("select command_id from matter.requester"))
                .containsExactlyInAnyOrderElementsOf(
                        ledger.acknowledged(EnumSet.of(Wish.REPORT, Wish.JOIN)));
        assertThat(count("select count(*) from matter.requester")).isEqualTo(ledger.codes().size());
        assertThat(count("select count(*) from matter.matter"))
                .isEqualTo(ledger.acknowledged(Wish.REPORT));
        assertThat(steps("Register")).isEqualTo(ledger.acknowledged(Wish.REPORT));
        assertThat(steps("Join")).isEqualTo(ledger.acknowledged(Wish.JOIN));
        assertThat(steps("Withdraw")).isEqualTo(ledger.acknowledged(Wish.WITHDRAW));
        assertThat(steps("Admit")).isEqualTo(ledger.acknowledged(Wish.ADMIT));
        assertThat(steps("AnswerAtOnce")).isEqualTo(ledger.acknowledged(Wish.ANSWER_AT_ONCE));
        assertThat(
                        ids(
                                "select substring(note from 3)::uuid from matter.step where step = 'Remark'"))
                .containsExactlyInAnyOrderElementsOf(ledger.acknowledged(EnumSet.of(Wish.REMARK)));
        assertThat(steps("Remark")).isEqualTo(ledger.acknowledged(Wish.REMARK));
    }

    /** The row of a matter, its timeline and its clocks belong together. */
    private void nothingIsTorn() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from matter.matter m
                                join (
                                    select county, matter_id, count(*) as lines, min(seq) as first, max(seq) as last
                                    from matter.step
                                    group by county, matter_id) s
                                  on s.county = m.county and s.matter_id = m.id
                                where s.last = m.version and s.lines = s.last - s.first + 1 and s.first = 1
                                """))
                .isEqualTo(ledger.acknowledged(Wish.REPORT));
        assertThat(
                        count(
                                """
                                select count(*)
                                from matter.matter m
                                where not exists (
                                    select from promise.clock c
                                    where c.county = m.county and c.subject_id = m.id and c.kind = 'ADMIT'
                                      and (m.stage <> 'REGISTERED' or c.stopped_at is null))
                                """))
                .isZero();
    }

    private void eachReceiptOpens() {
        var reports = product.getBean(Reports.class);
        assertThat(ledger.codes()).allMatch(code -> reports.byCode(code).isPresent());
    }

    private Set<UUID> ids(String text) {
        return new HashSet<>(db.sql(text).query(UUID.class).list());
    }

    private int count(String text) {
        return db.sql(text).query(Integer.class).single();
    }

    private int steps(String step) {
        return db.sql("select count(*) from matter.step where step = :step")
                .param("step", step)
                .query(Integer.class)
                .single();
    }
}
