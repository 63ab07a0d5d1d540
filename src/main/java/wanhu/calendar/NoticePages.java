package wanhu.calendar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Plain;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/** Import of a year's holiday notice: first a dry run that shows everything, then the import. */
@Controller
@For(Role.ADMIN)
class NoticePages {
    private static final int FILE_BYTES_MAX = 400_000;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Calendars calendars;

    NoticePages(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping(CalendarPages.IMPORT_PATH)
    ModelAndView form() {
        return Html.page("calendar/notice", new NoticePage("", List.of()));
    }

    /** The dry run; writes nothing. */
    @PostMapping(CalendarPages.IMPORT_PATH)
    ModelAndView check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var given = file == null || file.isEmpty() ? text : content(file);
        var notice = NoticeReader.read(given);
        return notice.sound()
                ? Html.page("calendar/noticeCheck", NoticeCheckPage.of(notice, given))
                : Html.page(
                        "calendar/notice",
                        new NoticePage(file == null || file.isEmpty() ? text : "", notice.faults()),
                        HttpStatus.BAD_REQUEST);
    }

    @PostMapping(CalendarPages.IMPORT_PATH + "/confirm")
    ModelAndView confirm(
            Actor actor,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String source) {
        calendars.importNotice(actor, text, source);
        int year = NoticeReader.read(text).year();
        return Html.redirect(CalendarPages.PATH + "?year=" + year + "&said=calendar.said.imported");
    }

    /** UTF-8, or the GB 18030 that Excel writes in China. */
    private static String content(MultipartFile file) throws IOException {
        if (file.getSize() > FILE_BYTES_MAX) {
            throw new Refused(
                    Refused.Kind.TOO_LARGE, "calendar.fault.long", NoticeReader.NOTICE_LENGTH_MAX);
        }
        var bytes = file.getBytes();
        try {
            return Plain.text(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return new String(bytes, GB18030);
        }
    }
}

/**
 * The form of the import.
 *
 * @param text as pasted
 * @param faults what is wrong with it
 */
record NoticePage(String text, List<Fault> faults) {
    List<Link> faults(Screen screen) {
        return faults.stream().map(fault -> new Link(text(screen, fault), null)).toList();
    }

    private static String text(Screen screen, Fault fault) {
        var what = screen.t(fault.word(), fault.arguments().toArray());
        return fault.row() == 0 ? what : screen.t("calendar.fault.row", fault.row(), what);
    }
}

/**
 * The result of the dry run.
 *
 * @param text what was read, to be sent again
 */
record NoticeCheckPage(HolidayNotice notice, List<HolidaySpan> spans, String text) {
    static NoticeCheckPage of(HolidayNotice notice, String text) {
        return new NoticeCheckPage(notice, HolidaySpan.of(notice.days()), text);
    }

    long off() {
        return notice.days().stream().filter(day -> !day.works()).count();
    }

    long swapped() {
        return notice.days().size() - off();
    }
}
