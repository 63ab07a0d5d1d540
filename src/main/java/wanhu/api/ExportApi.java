package wanhu.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import wanhu.api.Views.ExportJob;
import wanhu.api.Views.Piece;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.export.Job;
import wanhu.export.Jobs;
import wanhu.org.Tree;
import wanhu.org.Units;
import wanhu.shell.Languages;
import wanhu.token.ApiRoute;
import wanhu.token.Body;
import wanhu.token.Needs;
import wanhu.token.Once;
import wanhu.token.Problem;
import wanhu.token.Reach;
import wanhu.workbench.MatterFiles;

/** Whole lists as files: written in the background by the same rules as those of the pages. */
@Controller
@RequestMapping(path = ApiRoute.ROOT + "/exports", produces = APPLICATION_JSON_VALUE)
class ExportApi implements ApiRoute {
    private static final int WORDS_CHARACTERS_MAX = 100;

    private final Jobs jobs;
    private final MatterFiles files;
    private final MatterFinder finder;
    private final Units units;
    private final Once once;

    ExportApi(Jobs jobs, MatterFiles files, MatterFinder finder, Units units, Once once) {
        this.jobs = jobs;
        this.files = files;
        this.finder = finder;
        this.units = units;
        this.once = once;
    }

    /** As what, and for what. */
    record ExportBody(Job.Format format, String reason, @Nullable Boolean gzip) {}

    /** Begins one; a second person is asked when there are many rows. */
    @Needs(value = Reach.EXPORTS_TAKE, gives = 202, takes = ExportBody.class)
    @Asks(Questions.EXPORT)
    @Commanded
    @PostMapping
    ResponseEntity<ExportJob> beginExport(Actor actor, HttpServletRequest request) {
        var body = Body.of(request);
        var asked = Questions.EXPORT.read(request);
        finder.query(actor, asked);
        var how = how(body.as(ExportBody.class), request);
        var filters = filters(actor, asked);
        var content = new Body(body.text() + "\n" + filters);
        var sent = Once.Sent.of(request, content);
        var id =
                once.answer(
                        sent,
                        _ ->
                                files.begin(actor, filters, how, sent.caller().token())
                                        .id()
                                        .toString());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", ROOT + "/exports/" + id)
                .body(view(jobs.get(actor, UUID.fromString(id))));
    }

    private static MatterFiles.How how(ExportBody body, HttpServletRequest request) {
        if (body.format() == null || body.reason() == null) {
            throw Problem.invalid(body.format() == null ? "format" : "reason", "api.fault.missing");
        }
        return new MatterFiles.How(
                body.format(),
                !Boolean.FALSE.equals(body.gzip()),
                Languages.of(request),
                body.reason());
    }

    /** What was asked, as an address of the page asks it. */
    private Map<String, String> filters(Actor actor, Query asked) {
        var tree = units.tree(actor.county());
        var filters = new HashMap<String, String>();
        for (Question question : Questions.EXPORT.all()) {
            var name = question.name();
            var value = asked.text(name);
            if (value.length() > WORDS_CHARACTERS_MAX) {
                throw Problem.invalid(name, "api.fault.value", Problem.shown(value));
            }
            var unit = question.type() == Question.Type.UNIT ? asked.unit(tree, name) : null;
            boolean no = question.type() == Question.Type.YES_NO && !asked.yes(name);
            if (!value.isEmpty() && !no) {
                filters.put(name.replace('_', '-'), unit == null ? value : id(tree, unit));
            }
        }
        return filters;
    }

    private static String id(Tree tree, OrgPath unit) {
        return tree.byPath(unit).orElseThrow().id().toString();
    }

    @Needs(Reach.EXPORTS_TAKE)
    @Asks(Questions.NONE)
    @GetMapping
    ResponseEntity<Piece<ExportJob>> listExports(Actor actor, HttpServletRequest request) {
        Questions.NONE.read(request);
        return ResponseEntity.ok(
                new Piece<>(jobs.own(actor).stream().map(this::view).toList(), null));
    }

    @Needs(Reach.EXPORTS_TAKE)
    @Asks(Questions.NONE)
    @GetMapping("/{export}")
    ResponseEntity<ExportJob> readExport(
            Actor actor, @PathVariable UUID export, HttpServletRequest request) {
        Questions.NONE.read(request);
        return ResponseEntity.ok(view(jobs.get(actor, export)));
    }

    @Needs(value = Reach.EXPORTS_TAKE, gives = 204)
    @Asks(Questions.NONE)
    @DeleteMapping("/{export}")
    ResponseEntity<Void> stopExport(
            Actor actor, @PathVariable UUID export, HttpServletRequest request) {
        Questions.NONE.read(request);
        jobs.stop(actor, export);
        return ResponseEntity.noContent().build();
    }

    /** The file itself. */
    @Needs(Reach.EXPORTS_TAKE)
    @Asks(Questions.NONE)
    @GetMapping(
            path = "/{export}/file",
            produces = {"application/gzip", "application/x-ndjson", "text/csv"})
    void fetchExport(
            Actor actor,
            @PathVariable UUID export,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Questions.NONE.read(request);
        jobs.send(jobs.fetch(actor, export), response);
    }

    private ExportJob view(Job job) {
        var what = job.what();
        var done = job.progress();
        var left = job.left(jobs.now());
        var file = job.state() == Job.State.DONE ? ROOT + "/exports/" + job.id() + "/file" : null;
        return new ExportJob(
                job.id(),
                what.list(),
                what.format(),
                what.gzip(),
                what.reason(),
                job.state(),
                done.rows(),
                done.total(),
                left == null ? null : (int) left.toSeconds(),
                job.times().made(),
                job.times().ended(),
                job.times().until(),
                file);
    }
}
