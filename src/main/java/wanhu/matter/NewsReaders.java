package wanhu.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/** Residents who want news of their matter: who they are by id, and where a text reaches them. */
@Service
public class NewsReaders {
    private final RequesterStore store;
    private final Vault vault;

    NewsReaders(RequesterStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Who of the matter wants news and gave a phone, by id. */
    @Transactional(readOnly = true)
    public List<UUID> of(int county, UUID matter) {
        return store.of(county, matter).stream()
                .filter(each -> each.wantsNews() && each.phone() != null)
                .map(Requester::id)
                .toList();
    }

    /**
     * The phone, opened for sending at this moment; empty when she wants no news any more or the
     * phone can't receive texts.
     */
    @Transactional(readOnly = true)
    public Optional<Phone> phone(int county, UUID requester) {
        return store.find(county, requester)
                .filter(Requester::wantsNews)
                .map(Requester::phone)
                .map(sealed -> vault.open(Receipts.PHONE, requester, sealed))
                .flatMap(Phone::find)
                .filter(Phone::mobile);
    }
}
