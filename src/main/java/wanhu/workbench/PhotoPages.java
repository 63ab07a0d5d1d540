package wanhu.workbench;

import java.util.ArrayList;
import java.util.List;
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
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.files.FileAnswers;
import wanhu.files.Files;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Requester;

/**
 * Photos and voice notes of a matter: those of the residents, and those that staff adds. Always
 * optional.
 */
@Controller("staffPhotoPages")
@RequestMapping("/matters/{number}/photos")
@For({
    Role.GRID_WORKER,
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.PHONE_DESK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class PhotoPages {
    private final Matters matters;
    private final Reports reports;
    private final Files files;

    PhotoPages(Matters matters, Reports reports, Files files) {
        this.matters = matters;
        this.reports = reports;
        this.files = files;
    }

    /** The files, and the form that adds one. */
    record PhotosPage(Matter matter, List<Files.Kept> kept, @Nullable Refused fault) {}

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable String number) {
        return page(matters.get(actor, number), null);
    }

    private ModelAndView page(Matter matter, @Nullable Refused fault) {
        var status = fault == null ? HttpStatus.OK : HttpStatus.valueOf(fault.kind().status());
        return Html.page(
                "workbench/photos",
                new PhotosPage(matter, files.of(matter.county(), subjects(matter)), fault),
                status);
    }

    private List<UUID> subjects(Matter matter) {
        var subjects = new ArrayList<>(reports.of(matter).stream().map(Requester::id).toList());
        subjects.add(matter.id());
        return subjects;
    }

    @PostMapping
    ModelAndView add(
            Actor actor, @PathVariable String number, @RequestParam List<MultipartFile> file) {
        var matter = matters.get(actor, number);
        try {
            for (MultipartFile each : file) {
                files.add(matter.county(), matter.id(), each.getResource(), true);
            }
        } catch (Refused refused) {
            return page(matter, refused);
        }
        return Html.redirect("/matters/" + number + "/photos");
    }

    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> file(
            Actor actor, @PathVariable String number, @PathVariable UUID id) {
        var matter = matters.get(actor, number);
        return FileAnswers.of(files.find(matter.county(), subjects(matter), id));
    }
}
