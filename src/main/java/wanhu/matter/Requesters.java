package wanhu.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Scope;
import wanhu.life.Matter;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/** Who stands behind a matter, as staff see it before they ask for a contact: masked. */
@Service
public class Requesters {
    /** Most requesters of one page. */
    public static final int SHOWN_MAX = 20;

    private final RequesterStore store;
    private final DataWishStore wishes;
    private final Vault vault;

    Requesters(RequesterStore store, DataWishStore wishes, Vault vault) {
        this.wishes = wishes;
        this.store = store;
        this.vault = vault;
    }

    /**
     * A requester without a plain word of name or phone.
     *
     * @param name masked; empty when none was given or may be known
     * @param phone masked; empty when none was given or may be known
     * @param rating what she said of the result
     * @param corrections what she set right in her words, the oldest first
     */
    public record Masked(
            UUID id,
            String name,
            String phone,
            boolean wantsNews,
            Instant joined,
            Requester.@Nullable Rating rating,
            List<DataWish> corrections) {}

    /** The first requesters of a matter that the caller has read as this actor. */
    @Transactional(readOnly = true)
    public List<Masked> list(Actor actor, Matter matter) {
        var words = wishes.words(matter.county(), matter.id());
        boolean hidden = matter.about().privacy().secret() || !Scope.of(actor).contacts();
        return store.of(matter.county(), matter.id()).stream()
                .limit(SHOWN_MAX)
                .map(each -> masked(each, hidden, words))
                .toList();
    }

    private Masked masked(Requester requester, boolean hidden, List<DataWish> words) {
        return new Masked(
                requester.id(),
                hidden ? "" : name(requester),
                hidden ? "" : phone(requester),
                requester.wantsNews(),
                requester.joined(),
                requester.rating(),
                words.stream().filter(each -> each.requester().equals(requester.id())).toList());
    }

    private String name(Requester requester) {
        var sealed = requester.name();
        return sealed == null
                ? ""
                : PersonName.of(vault.open(Receipts.NAME, requester.id(), sealed)).masked();
    }

    private String phone(Requester requester) {
        var sealed = requester.phone();
        return sealed == null
                ? ""
                : Phone.of(vault.open(Receipts.PHONE, requester.id(), sealed)).masked();
    }
}
