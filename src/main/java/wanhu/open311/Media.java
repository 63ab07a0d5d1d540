package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import wanhu.base.Refused;
import wanhu.base.Word;
import wanhu.files.FileAnswers;
import wanhu.files.Files;
import wanhu.people.OwnOrigin;

/**
 * Photos and voice notes that come with a request, or after it: drawn anew without position, as
 * those of the resident's own page. Only the sender, the resident and staff see them.
 */
@Component
class Media {
    private static final String FIELD = "media";

    private final Files files;
    private final OwnOrigin origin;

    Media(Files files, OwnOrigin origin) {
        this.files = files;
        this.origin = origin;
    }

    /** The files that came with a call; none when it is a plain form. */
    static List<MultipartFile> of(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null
                ? List.of()
                : parts.getFiles(FIELD).stream().filter(each -> !each.isEmpty()).toList();
    }

    /** Keeps what can be kept; says of each other why not. A text is never lost for a photo. */
    List<Word> keep(int county, UUID requester, List<MultipartFile> sent) {
        var refused = new ArrayList<Word>();
        for (MultipartFile each : sent) {
            try {
                files.add(county, requester, each.getResource(), false);
            } catch (Refused no) {
                refused.add(new Word(no.word(), no.arguments()));
            }
        }
        return refused;
    }

    /** Where the sender reads the first photo of what it sent; empty when there is none. */
    Optional<String> first(HttpServletRequest request, int county, RequestStore.Sent sent) {
        return files.of(county, sent.requester()).stream()
                .filter(each -> each.sort() == Files.Sort.PHOTO)
                .map(each ->
                        origin.of(request)
                                + "/open311/v2/requests/"
                                + sent.number()
                                + "/media/"
                                + each.id())
                .findFirst();
    }

    /** A file of what somebody sent. */
    ResponseEntity<InputStreamResource> file(int county, RequestStore.Sent sent, UUID id) {
        return FileAnswers.of(files.find(county, List.of(sent.requester()), id));
    }
}
