package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody may read of the timeline of her own matter, for those who prove it to her. */
@Component
public class OwnTimeline {
    private final Followed followed;
    private final Mine mine;

    OwnTimeline(Followed followed, Mine mine) {
        this.followed = followed;
        this.mine = mine;
    }

    /**
     * Her matter and the lines that she sees on its page, the newest first.
     *
     * @param number number of the matter
     * @param href her page
     */
    public record Own(int county, UUID matter, String number, String href, List<Line> lines) {}

    /**
     * A line.
     *
     * @param seq its number in the timeline
     * @param told what she was told; empty for nothing
     */
    public record Line(int seq, String told) {}

    /**
     * Behind the code of a receipt, in a browser that was let in. Anywhere else the reader gets the
     * page that asks for the last digits of the phone.
     */
    public Own get(String code, HttpServletRequest request, Locale locale) {
        var follower = followed.get(code, request);
        var page = mine.page(follower, locale);
        var matter = follower.matter();
        return new Own(
                matter.county(),
                matter.id(),
                matter.number(),
                page.href(),
                page.lines().stream().map(line -> new Line(line.seq(), line.told())).toList());
    }
}
