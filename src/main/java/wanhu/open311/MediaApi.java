package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Photos that a sender adds to what it sent, and reads again. */
@Controller
class MediaApi implements Api {
    private final Jurisdictions jurisdictions;
    private final Callers callers;
    private final RequestStore store;
    private final Media media;

    MediaApi(Jurisdictions jurisdictions, Callers callers, RequestStore store, Media media) {
        this.jurisdictions = jurisdictions;
        this.callers = callers;
        this.store = store;
        this.media = media;
    }

    /** Adds photos or voice notes after the text is safe, as on a slow network. */
    @PostMapping({
        "/open311/v2/requests/{number}/media.xml",
        "/open311/v2/requests/{number}/media.json"
    })
    ResponseEntity<byte[]> add(@PathVariable String number, HttpServletRequest request) {
        var key = callers.sender(request);
        var sent = own(key, number);
        var files = Media.of(request);
        if (files.isEmpty()) {
            throw Denied.invalid("media", "open311.fault.missing");
        }
        var refused = media.keep(key.county(), sent.requester(), files);
        if (!refused.isEmpty()) {
            throw new Denied(
                    HttpStatus.BAD_REQUEST,
                    refused.stream().map(word -> new Denied.Fault("media", word)).toList());
        }
        var line =
                Value.fields()
                        .text("service_request_id", sent.number())
                        .text("media_url", media.first(request, key.county(), sent).orElse(""))
                        .group();
        return ServiceApi.answer(
                request, "service_requests", new Value.Items("request", List.of(line)));
    }

    /** A file; its sender alone reads it. */
    @GetMapping("/open311/v2/requests/{number}/media/{file}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String number, @PathVariable UUID file, HttpServletRequest request) {
        var key =
                callers.reader(request, jurisdictions.county(request))
                        .orElseThrow(() -> Denied.key("open311.fault.key-missing"));
        return media.file(key.county(), own(key, number), file);
    }

    private RequestStore.Sent own(ApiKey key, String number) {
        return store.numbered(key, List.of(number)).stream()
                .findFirst()
                .orElseThrow(() ->
                        Denied.missing(
                                "service_request_id",
                                "open311.fault.request",
                                Denied.shown(number)));
    }
}
