package wanhu.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final String HIDDEN = "***";

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
     * @param care whether a child is concerned; then not even parts of name and phone are shown
     * @param corrections what she set right in her words, the oldest first
     */
    public record Masked(
            UUID id,
            String name,
            String phone,
            boolean wantsNews,
            Instant joined,
            Requester.@Nullable Rating rating,
            Report.Care care,
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

    /** The first requester of a matter with that phone, by its keyed digest alone. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(Matter matter, Phone phone) {
        return store.find(matter, vault.index(Receipts.PHONE, phone.digits()));
    }

    /**
     * Whether a text names somebody who stands behind a matter, by name or phone; that alone is
     * told.
     */
    @Transactional(readOnly = true)
    public boolean named(Matter matter, String text) {
        var bare = text.replaceAll("[\\s-]", "");
        return store.of(matter.county(), matter.id()).stream()
                .flatMap(each -> plain(each).stream())
                .anyMatch(bare::contains);
    }

    private List<String> plain(Requester requester) {
        var plain = new ArrayList<String>();
        var name = requester.name();
        var phone = requester.phone();
        if (name != null) {
            plain.add(vault.open(Receipts.NAME, requester.id(), name).replaceAll("\\s", ""));
        }
        if (phone != null) {
            plain.add(vault.open(Receipts.PHONE, requester.id(), phone));
        }
        return plain;
    }

    private Masked masked(Requester requester, boolean hidden, List<DataWish> words) {
        return new Masked(
                requester.id(),
                hidden ? "" : name(requester),
                hidden ? "" : phone(requester),
                requester.wantsNews(),
                requester.joined(),
                requester.rating(),
                requester.care(),
                words.stream().filter(each -> each.requester().equals(requester.id())).toList());
    }

    private String name(Requester requester) {
        var sealed = requester.name();
        if (sealed != null && requester.care().child()) {
            return HIDDEN;
        }
        return sealed == null
                ? ""
                : PersonName.of(vault.open(Receipts.NAME, requester.id(), sealed)).masked();
    }

    private String phone(Requester requester) {
        var sealed = requester.phone();
        if (sealed != null && requester.care().child()) {
            return HIDDEN;
        }
        return sealed == null
                ? ""
                : Phone.of(vault.open(Receipts.PHONE, requester.id(), sealed)).masked();
    }
}
