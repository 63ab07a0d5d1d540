package wanhu.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Words;
import wanhu.life.By;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;

/**
 * Tells what happens to a project: as facts to other rooms, and in the matters that led to it, so
 * that everybody who asked reads it on her own page.
 */
@Component
class ProjectNews {
    private static final By LEDGER = new By.Rule("ledger");

    private final ProjectStore store;
    private final Matters matters;
    private final Words words;
    private final ApplicationEventPublisher facts;

    ProjectNews(ProjectStore store, Matters matters, Words words, ApplicationEventPublisher facts) {
        this.store = store;
        this.matters = matters;
        this.words = words;
        this.facts = facts;
    }

    /** A matter leads to the project: staff reads it in the matter, residents once it is public. */
    void linked(Project project, UUID matter) {
        note(project, matter, text("ledger.told.linked", project));
        if (project.published()) {
            tell(project, matter, text("ledger.told.Choose", project));
        }
    }

    /** Something was done to a project. */
    void happened(Project before, Project after, Act act, Instant at) {
        var led = store.matters(after);
        switch (act) {
            case Act.Choose _ -> tellAll(after, led, text("ledger.told.Choose", after));
            case Act.Start _ -> {
                tellAll(after, led, text("ledger.told.Start", after));
                facts.publishEvent(new ProjectStarted(after, led, at));
            }
            case Act.Report report -> {
                if (report.publicly()) {
                    tellAll(after, led, text("ledger.told.Report", after, report.text()));
                }
                facts.publishEvent(
                        new ProjectProgressed(after, report.text(), report.publicly(), at));
            }
            case Act.Finish finish -> {
                tellAll(after, led, text("ledger.told.Finish", after, finish.result()));
                led.forEach(each -> note(after, each, text("ledger.told.hint", after)));
                facts.publishEvent(new ProjectDone(after, led, at));
            }
            case Act.Reopen reopen ->
                    tellAll(after, led, text("ledger.told.Reopen", after, reopen.reason()));
            case Act.Drop drop -> {
                if (before.published()) {
                    tellAll(after, led, text("ledger.told.Drop", after, drop.reason()));
                }
            }
            case Act.Amend _, Act.Claim _, Act.Link _, Act.Propose _ -> {}
            case Act.Check _, Act.Hear _, Act.StrikeOff _ -> {}
        }
    }

    private void tellAll(Project project, List<UUID> led, String text) {
        led.forEach(each -> tell(project, each, text));
    }

    /** A line that the resident reads. */
    private void tell(Project project, UUID matter, String text) {
        take(project, matter, new Step.Progress(text));
    }

    /** A line that only staff reads. */
    private void note(Project project, UUID matter, String text) {
        take(project, matter, new Step.Remark(text));
    }

    private void take(Project project, UUID matter, Step step) {
        int county = project.county();
        if (matters.get(county, matter).open()) {
            matters.take(
                    LEDGER,
                    new Taking(county, matter, Taking.ANY_VERSION, Ids.next(), step, null, null));
        }
    }

    private String text(String word, Project project) {
        return words.text(
                Locale.CHINESE,
                word,
                project.about().title(),
                project.number(),
                project.promise().deadline().toString(),
                project.about().year());
    }

    private String text(String word, Project project, String said) {
        return words.text(Locale.CHINESE, word, project.about().title(), said, project.percent());
    }
}
