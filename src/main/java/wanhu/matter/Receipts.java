package wanhu.matter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.life.Matter;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/** Seals who asks, and makes the code with which she follows. */
@Component
class Receipts {
    static final String NAME = "matter.requester.name";
    static final String PHONE = "matter.requester.phone";
    private static final String CODE = "matter.requester.code";
    private static final String CODE_SOURCE = "matter.requester.code-source";
    private static final BigInteger CODES = BigInteger.TEN.pow(12);

    private final Vault vault;

    Receipts(Vault vault) {
        this.vault = vault;
    }

    /** A requester that is not yet written, with what finds her. */
    record Made(
            Requester requester,
            Receipt receipt,
            UUID command,
            String codeIndex,
            @Nullable String phoneIndex,
            @Nullable String nameIndex) {}

    /** A new requester of the matter, who came with the command. */
    Made make(Matter matter, UUID command, Report.Contact contact, Instant now) {
        var id = Ids.next();
        var given = contact.name();
        var name = given == null || given.isBlank() ? null : given.strip();
        var phone = contact.phone() == null ? null : Phone.of(contact.phone());
        var requester =
                new Requester(
                        matter.county(),
                        id,
                        matter.id(),
                        matter.id(),
                        name == null ? null : vault.seal(NAME, id, name),
                        phone == null ? null : vault.seal(PHONE, id, phone.digits()),
                        contact.wantsNews(),
                        now,
                        null,
                        contact.care());
        var receipt = new Receipt(matter.id(), matter.number(), id, code(id));
        var phoneIndex = phone == null ? null : vault.index(PHONE, phone.digits());
        var nameIndex = name == null ? null : vault.index(NAME, name);
        return new Made(requester, receipt, command, index(receipt.code()), phoneIndex, nameIndex);
    }

    /**
     * Twelve digits that follow from the requester's id and the key of this installation:
     * repeatable, not guessable.
     */
    String code(UUID requester) {
        var digest =
                vault.index(CODE_SOURCE, requester.toString()).getBytes(StandardCharsets.UTF_8);
        return "%012d".formatted(new BigInteger(1, digest).mod(CODES));
    }

    /** Under which a code is found. */
    String index(String code) {
        return vault.index(CODE, code);
    }
}
