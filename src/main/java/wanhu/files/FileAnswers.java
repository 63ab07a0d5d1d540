package wanhu.files;

import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import wanhu.base.Refused;

/**
 * A file as an answer to a browser: with the type of its content, never guessed, never kept in a
 * shared cache.
 */
public final class FileAnswers {
    private FileAnswers() {}

    /**
     * The file.
     *
     * @throws Refused MISSING when there is none
     */
    public static ResponseEntity<InputStreamResource> of(Optional<Files.Content> found) {
        var content =
                found.orElseThrow(() -> new Refused(Refused.Kind.MISSING, "files.refused.missing"));
        var name = ContentDisposition.inline().filename("wanhu." + content.ending()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentLength(content.size())
                .body(new InputStreamResource(content.open()));
    }
}
