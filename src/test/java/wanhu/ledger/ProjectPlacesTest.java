package wanhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;
import wanhu.people.Staff;

/** Projects follow the tree. */
@WanhuTest
class ProjectPlacesTest {
    @Autowired Ledgers ledgers;
    @Autowired Projects projects;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher facts;

    private Ledgers.Place place;
    private Project project;

    @BeforeEach
    void proposed() {
        clock.set("2026-08-28T15:00");
        place = ledgers.place();
        project = ledgers.proposed(place, ledgers.told(place));
    }

    @Test
    void aProjectGoesWithItsVillageAndKeepsItsUnit() {
        var township = place.township();
        var elsewhere = place.county().path().child(77);

        move(township, elsewhere);

        var about = now().about();
        var below = place.village().path().text().substring(township.path().text().length());
        assertThat(about.placePath()).isEqualTo(new OrgPath(elsewhere.text() + below));
        assertThat(about.place()).isEqualTo(place.village().id());
        assertThat(now().parties().responsible().path()).isEqualTo(place.power().path());
    }

    @Test
    void whoDoesAProjectGoesToo() {
        var elsewhere = place.county().path().child(78);

        move(place.power(), elsewhere);

        assertThat(now().parties().responsible().path()).isEqualTo(elsewhere);
        assertThat(now().about().placePath()).isEqualTo(place.village().path());
    }

    @Test
    void theUnitThatRemainsDoesWhatIsOpenAndHelpsItselfNoMore() {
        merge(place.power(), place.petitions());

        var parties = now().parties();
        assertThat(parties.responsible().unit()).isEqualTo(place.petitions().id());
        assertThat(parties.responsible().path()).isEqualTo(place.petitions().path());
        assertThat(parties.with()).isEmpty();
    }

    @Test
    void aHelperThatWasMergedIsReplacedByTheOneThatRemains() {
        var water = staff.below(place.county(), UnitKind.DEPARTMENT, "水利局");

        merge(place.petitions(), water);

        assertThat(now().parties().with()).containsExactly(water.id());
        assertThat(now().parties().responsible().unit()).isEqualTo(place.power().id());
    }

    @Test
    void whatHasEndedKeepsItsUnitUnderTheNewPath() {
        var dropped = ledgers.take(ledgers.countyClerk(place), project, new Act.Drop("另有安排"));

        merge(place.power(), place.petitions());

        assertThat(now().phase()).isEqualTo(dropped.phase());
        assertThat(now().parties().responsible().unit()).isEqualTo(place.power().id());
        assertThat(now().parties().responsible().path()).isEqualTo(place.petitions().path());
    }

    private void move(Unit unit, OrgPath to) {
        facts.publishEvent(
                new UnitMoved(unit.county(), clock.instant(), unit.id(), unit.path(), to));
    }

    private void merge(Unit unit, Unit into) {
        facts.publishEvent(
                new UnitMerged(
                        unit.county(),
                        clock.instant(),
                        unit.id(),
                        into.id(),
                        unit.path(),
                        into.path()));
    }

    private Project now() {
        return projects.get(staff.actor(Role.COUNTY_CLERK, place.county()), project.number());
    }
}
