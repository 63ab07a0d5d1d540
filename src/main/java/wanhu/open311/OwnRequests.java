package wanhu.open311;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.matter.SentMatters;

/** What a system sent, as it reads it. */
@Component
class OwnRequests {
    private final SentMatters matters;
    private final Rows rows;

    OwnRequests(SentMatters matters, Rows rows) {
        this.matters = matters;
        this.rows = rows;
    }

    /** The rows of matters that the caller sent. */
    List<Value> of(Rows.Reader reader, List<UUID> ids) {
        return matters.of(reader.county(), ids).stream()
                .map(matter -> rows.sent(reader, matter, null))
                .toList();
    }
}
