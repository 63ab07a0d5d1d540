package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.files.FileAnswers;
import wanhu.files.Files;

/**
 * Photos and voice notes of a resident. They come after the text was sent, which is safe by then:
 * on a slow network a photo that fails loses nothing. Nobody but she and staff sees them.
 */
@Controller
@RequestMapping("/m/{code}/photos")
class PhotoPages {
    private final Followed followed;
    private final Mine mine;
    private final Files files;

    PhotoPages(Followed followed, Mine mine, Files files) {
        this.followed = followed;
        this.mine = mine;
        this.files = files;
    }

    /** Her files, and the form that adds one. */
    record PhotosPage(MinePage mine, List<Files.Kept> kept, @Nullable Refused fault) {}

    @GetMapping
    ModelAndView show(@PathVariable String code, HttpServletRequest request, Locale locale) {
        return page(followed.get(code, request), null, locale);
    }

    private ModelAndView page(Followed.Follower follower, @Nullable Refused fault, Locale locale) {
        var requester = follower.requester();
        var status = fault == null ? HttpStatus.OK : HttpStatus.valueOf(fault.kind().status());
        var kept = files.of(requester.county(), requester.id());
        return Html.page(
                "intake/photos", new PhotosPage(mine.page(follower, locale), kept, fault), status);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String code,
            @RequestParam List<MultipartFile> file,
            HttpServletRequest request,
            Locale locale) {
        var follower = followed.get(code, request);
        var requester = follower.requester();
        try {
            for (MultipartFile each : file) {
                files.add(requester.county(), requester.id(), each.getResource(), false);
            }
        } catch (Refused refused) {
            return page(follower, refused, locale);
        }
        return Html.redirect("/m/" + code + "/photos");
    }

    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String code, @PathVariable UUID id, HttpServletRequest request) {
        var requester = followed.get(code, request).requester();
        return FileAnswers.of(files.find(requester.county(), List.of(requester.id()), id));
    }
}
