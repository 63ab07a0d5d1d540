package wanhu.ledger;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.life.Step;
import wanhu.matter.MatterMoved;

/** Hears when those who asked for a project rate, and when their matters go on in others. */
@Component
class ProjectWatch {
    private final Projects projects;

    ProjectWatch(Projects projects) {
        this.projects = projects;
    }

    @EventListener
    void moved(MatterMoved fact) {
        var matter = fact.after();
        switch (fact.step()) {
            case Step.Rate _ -> projects.hear(matter.county(), matter.id());
            case Step.Merge merge -> projects.follow(matter.county(), matter.id(), merge.into());
            case Step _ -> {}
        }
    }
}
