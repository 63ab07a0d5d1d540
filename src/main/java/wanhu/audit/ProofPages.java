package wanhu.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.intake.OwnTimeline;

/** For everybody: a resident's proof, and the check of any proof. */
@Controller
class ProofPages {
    private final OwnTimeline own;
    private final Proofs proofs;
    private final ProofCheck check;
    private final JsonMapper json;

    ProofPages(OwnTimeline own, Proofs proofs, ProofCheck check, JsonMapper json) {
        this.own = own;
        this.proofs = proofs;
        this.check = check;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** What the proof is, for the resident. */
    @GetMapping("/m/{code}/proof")
    ModelAndView proof(@PathVariable String code, HttpServletRequest request, Locale locale) {
        var mine = own.get(code, request, locale);
        return Html.page("audit/proof", new ProofPage(mine, proofs.of(mine)));
    }

    /** The proof as a file. */
    @GetMapping("/m/{code}/proof.json")
    ResponseEntity<byte[]> file(
            @PathVariable String code, HttpServletRequest request, Locale locale) {
        var proof = proofs.of(own.get(code, request, locale));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"proof-" + proof.number() + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json.writeValueAsBytes(proof));
    }

    @GetMapping("/open/audit/check")
    ModelAndView ask() {
        return Html.page("audit/check", new CheckPage("", List.of(), null));
    }

    /** Checks a pasted or uploaded proof; nothing of it is kept. */
    @PostMapping("/open/audit/check")
    ModelAndView check(
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            var text = file == null || file.isEmpty() ? proof : text(file);
            var read = check.read(text);
            return Html.page("audit/check", new CheckPage(read.number(), check.check(text), null));
        } catch (Refused no) {
            return Html.page(
                    "audit/check",
                    new CheckPage("", List.of(), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > ProofCheck.CHARACTERS_MAX) {
            throw new Refused(Refused.Kind.TOO_LARGE, "audit.refused.large");
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}

/** A resident's proof. */
record ProofPage(OwnTimeline.Own own, Proof proof) {
    /** Lines that are too young to be sealed. */
    int waiting() {
        return own.lines().size() - proof.lines().size();
    }

    /** Lines whose day is published. */
    long published() {
        return proof.lines().stream().filter(line -> line.day() != null).count();
    }
}

/**
 * The check of a proof.
 *
 * @param number number of the matter, as the proof says
 * @param lines what became of its lines; empty before
 * @param no why the text is no proof; null otherwise
 */
record CheckPage(String number, List<ProofCheck.Checked> lines, @Nullable Refused no) {
    boolean good() {
        return lines.stream().allMatch(ProofCheck.Checked::good);
    }

    long bad() {
        return lines.stream().filter(line -> !line.good()).count();
    }

    boolean published() {
        return lines.stream().allMatch(line -> line.verdict() == ProofCheck.Verdict.PUBLISHED);
    }
}
