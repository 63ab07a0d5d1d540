package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.people.Canaries.Canary;

/** Nobody takes a step on a matter or meeting that is not theirs, or learns whose it is. */
@WanhuTest
class ForeignActsTest {
    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired Canaries canaries;
    @Autowired JdbcClient db;

    @Test
    void refusesEveryStepOnAForeignMatter() {
        var visitor = staff.as(Role.VILLAGE_CLERK, canaries.village());
        visitor.get("/posts");
        var number = canaries.number(Canary.SIBLING);
        var statuses =
                Stream.of("Admit", "TakeOn", "Escalate", "Reply", "Merge", "Close", "Dispatch")
                        .map(step ->
                                visitor.post(
                                                "/matters/" + number + "/steps/" + step,
                                                "version",
                                                "1",
                                                "command",
                                                Ids.next().toString())
                                        .status())
                        .distinct();

        assertThat(statuses).containsExactly(404);
    }

    @Test
    void letsNobodyChangeAForeignMatterOrMeeting() {
        var visitor = staff.as(Role.VILLAGE_CLERK, canaries.village());
        visitor.get("/posts");
        var number = canaries.number(Canary.SIBLING);
        var meeting = meetingOf(Canary.SIBLING).toString();
        var heard =
                routes.ofStaff().stream()
                        .filter(route -> !route.read())
                        .filter(route ->
                                route.pattern().contains("{number}")
                                        || route.pattern().startsWith("/rounds/{id}"))
                        .map(route -> route.path(name -> name.equals("number") ? number : meeting))
                        .filter(path -> visitor.post(path).status() < 400)
                        .toList();

        assertThat(heard).isEmpty();
    }

    /** The open meeting of the village in which the canary sits. */
    private UUID meetingOf(Canary canary) {
        return db.sql(
                        """
                        select r.id
                        from round.round r
                        join matter.matter m on m.county = r.county and m.place_id = r.body
                        where m.county = :county and m.number = :number
                        order by r.from_at desc
                        limit 1
                        """)
                .param("county", Canaries.COUNTY)
                .param("number", canaries.number(canary))
                .query(UUID.class)
                .single();
    }

    @Test
    void tellsAContactOnlyToWhomItIsMeantForAndRecordsIt() {
        var requester = canaries.requester(Canary.VILLAGE);
        var clerk = staff.as(Role.VILLAGE_CLERK, canaries.village());
        clerk.get("/posts");
        var told = contact(clerk, Canary.VILLAGE, requester);
        assertThat(told.says(Canaries.PHONE)).isTrue();
        assertThat(
                        db.sql("select count(*) from vault.view where row = :row")
                                .param("row", requester)
                                .query(Long.class)
                                .single())
                .isPositive();

        var auditor = staff.as(Role.AUDITOR, canaries.township());
        auditor.get("/posts");
        // The route is closed to auditors, whatever stands behind it.
        assertThat(contact(auditor, Canary.VILLAGE, requester).status()).isEqualTo(403);
        assertThat(contact(clerk, Canary.SIBLING, canaries.requester(Canary.SIBLING)).status())
                .isEqualTo(404);
        assertThat(contact(clerk, Canary.VILLAGE, canaries.requester(Canary.SIBLING)).status())
                .isEqualTo(404);
    }

    private Visitor.Answer contact(Visitor visitor, Canary canary, UUID requester) {
        return visitor.post(
                "/matters/" + canaries.number(canary) + "/contact",
                "requester",
                requester.toString(),
                "use",
                "CHECK_FACTS",
                "purpose",
                "回访核实");
    }
}
