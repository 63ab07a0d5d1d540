package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.matter.SentMatters;

/** What a system sent, as it reads it. */
@Component
class OwnRequests {
    private final SentMatters matters;
    private final RequestStore store;
    private final Rows rows;
    private final Media media;

    OwnRequests(SentMatters matters, RequestStore store, Rows rows, Media media) {
        this.matters = matters;
        this.store = store;
        this.rows = rows;
        this.media = media;
    }

    /** The rows of matters that the caller sent, without photos. */
    List<Value> of(Rows.Reader reader, List<UUID> ids) {
        return rows(reader, ids, null);
    }

    /** The row of one, with the address of its first photo. */
    List<Value> one(Rows.Reader reader, RequestStore.Sent sent, HttpServletRequest request) {
        var photo = media.first(request, reader.county(), sent).orElse(null);
        return rows(reader, List.of(sent.matter()), photo);
    }

    private List<Value> rows(Rows.Reader reader, List<UUID> ids, @Nullable String photo) {
        var changed = store.changed(reader.county(), ids);
        return matters.of(reader.county(), ids).stream()
                .map(matter ->
                        rows.sent(
                                reader,
                                matter,
                                new Rows.Beside(
                                        changed.getOrDefault(
                                                matter.id(), matter.times().reported()),
                                        photo)))
                .toList();
    }
}
