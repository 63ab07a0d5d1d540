package wanhu.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.intake.Submissions;
import wanhu.matter.Receipt;
import wanhu.matter.Reports;
import wanhu.vault.Vault;

/** Registers what a program posts; the same again within ten minutes, or with its token, is one. */
@Service
class Posting {
    /** So long the same content from the same key is the same report. */
    static final Duration SAME = Duration.ofMinutes(10);

    private static final String CONTENT = "open311.request.content";

    private final RequestStore store;
    private final Submissions submissions;
    private final Reports reports;
    private final Vault vault;
    private final Clock clock;

    Posting(
            RequestStore store,
            Submissions submissions,
            Reports reports,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.submissions = submissions;
        this.reports = reports;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Registers it, or finds what it was when it came first.
     *
     * @throws Denied 400 when the token was used for something else
     */
    @Transactional
    Receipt post(ApiKey key, Post post) {
        var content = vault.index(CONTENT, post.content());
        var now = clock.instant();
        var before = before(key, post, content, now);
        if (before.isPresent()) {
            return again(key, before.get(), content);
        }
        var sameness = post.token().isEmpty() ? content + window(now) : post.token();
        var wish = post.commanded(key, sameness);
        var receipt = submissions.send(wish);
        var sent =
                new RequestStore.Sent(
                        receipt.matter(), key.id(), receipt.requester(), receipt.number(), content);
        if (store.insert(key.county(), sent, post, now)) {
            return receipt;
        }
        return again(key, store.get(key.county(), receipt.matter()), content);
    }

    private Optional<RequestStore.Sent> before(ApiKey key, Post post, String content, Instant now) {
        return post.token().isEmpty()
                ? store.same(key, content, now.minus(SAME))
                : store.byToken(key.county(), post.token());
    }

    private Receipt again(ApiKey key, RequestStore.Sent sent, String content) {
        boolean same = sent.key().equals(key.id()) && sent.content().equals(content);
        if (!same) {
            throw Denied.invalid("token", "open311.fault.token-used");
        }
        var requester = reports.find(key.county(), sent.requester()).orElseThrow();
        return new Receipt(sent.matter(), sent.number(), sent.requester(), reports.code(requester));
    }

    /** Two at once fall into one window, but for those that come as it ends. */
    private static long window(Instant now) {
        return now.toEpochMilli() / SAME.toMillis();
    }
}
