package wanhu.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;

/** Files that are written in the background, for the person who wants them. */
@Controller
@For
class JobPages {
    private final Jobs jobs;

    JobPages(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/exports/jobs/{job}/file")
    void file(Actor actor, @PathVariable UUID job, HttpServletResponse response)
            throws IOException {
        jobs.send(jobs.fetch(actor, job), response);
    }

    @PostMapping("/exports/jobs/{job}/stop")
    ModelAndView stop(Actor actor, @PathVariable UUID job) {
        jobs.stop(actor, job);
        return Html.redirect("/exports?said=export.said.stopped");
    }

    /** The look of its tag. */
    static String look(Job.State state) {
        return switch (state) {
            case ASKED, WAITING, WRITING -> "soon";
            case DONE -> "done";
            case REFUSED, STOPPED, FAILED, EXPIRED -> "plain";
        };
    }
}
