package wanhu.matter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.org.Units;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/**
 * What somebody does with her own data (PIPL, articles 15 and 44 to 50): all is done at once, but a
 * complaint, which becomes a matter of its own at the county's office. Each wish leaves a line here
 * and an act in the record, which says what but never the data.
 */
@Service
public class DataWishes {
    /** Longest text, in characters; the table says the same. */
    public static final int WORDS_CHARACTERS_MAX = 2_000;

    private final DataWishStore store;
    private final RequesterStore requesters;
    private final Reports reports;
    private final Vault vault;
    private final Laws laws;
    private final Units units;
    private final Words words;
    private final Audit audit;
    private final Clock clock;

    DataWishes(
            DataWishStore store,
            RequesterStore requesters,
            Reports reports,
            Vault vault,
            Laws laws,
            Units units,
            Words words,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.requesters = requesters;
        this.reports = reports;
        this.vault = vault;
        this.laws = laws;
        this.units = units;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** What she has wished so far, the newest first. */
    @Transactional(readOnly = true)
    public List<DataWish> list(Requester requester) {
        return store.of(requester.county(), requester.id());
    }

    /**
     * Puts her name right, or completes it.
     *
     * @throws Refused INVALID when it is no name
     */
    @Transactional
    public void rename(Requester requester, String name) {
        needGuardian(requester);
        var plain = PersonName.of(name).full();
        store.rename(
                requester.county(),
                requester.id(),
                vault.seal(Receipts.NAME, requester.id(), plain),
                vault.index(Receipts.NAME, plain));
        note(requester, DataWish.Kind.NAME, "");
    }

    /**
     * Puts her phone right, or completes it.
     *
     * @throws Refused INVALID when it is no phone
     */
    @Transactional
    public void callUnder(Requester requester, String phone) {
        needGuardian(requester);
        var digits = Phone.of(phone).digits();
        store.callUnder(
                requester.county(),
                requester.id(),
                vault.seal(Receipts.PHONE, requester.id(), digits),
                vault.index(Receipts.PHONE, digits));
        note(requester, DataWish.Kind.PHONE, "");
    }

    /**
     * Sets beside her first words what is right. They stay, because somebody has acted upon them.
     *
     * @throws Refused INVALID when it is empty or too long
     */
    @Transactional
    public void setRight(Requester requester, String text) {
        note(requester, DataWish.Kind.WORDS, bounded(text));
    }

    /** Ends messages to her. */
    @Transactional
    public void noNews(Requester requester) {
        store.noNews(requester.county(), requester.id());
        note(requester, DataWish.Kind.NEWS, "");
    }

    /**
     * Takes back that her matter may be published.
     *
     * @param matter hers, that she told first
     * @throws Refused RULE when it is published: what stands there was written without her data
     */
    @Transactional
    public void neverPublish(Requester requester, Matter matter) {
        if (!store.neverPublish(matter.county(), matter.id())) {
            throw new Refused(Refused.Kind.RULE, "matter.refused.published");
        }
        note(requester, DataWish.Kind.PUBLISHING, "");
    }

    /** A child's own name and phone are not taken where no guardian agreed. */
    private static void needGuardian(Requester requester) {
        boolean alone = requester.care().child() && !requester.care().guardian();
        Refused.unless(Refused.Kind.RULE, !alone, "matter.refused.child");
    }

    /** Notes that she has seen that version of the notice; the record keeps which before. */
    @Transactional
    public void showed(Requester requester, int notice) {
        if (notice <= requester.care().notice()) {
            return;
        }
        requesters.showed(requester.county(), requester.id(), notice);
        audit.record(
                requester.county(),
                Act.of(Verb.OWN_DATA_CHANGED, requester.id())
                        .with("kind", "NOTICE")
                        .with("from", requester.care().notice())
                        .with("notice", notice));
    }

    /** Deletes name and phone; the matter goes on without them. */
    @Transactional
    public void forget(Requester requester) {
        requesters.forget(requester.county(), requester.id());
        note(requester, DataWish.Kind.FORGET, "");
    }

    /**
     * Complains about how her data are handled.
     *
     * @param command made by the sender; the same twice is one complaint
     * @return the receipt of the complaint, with a code of its own
     */
    @Transactional
    public Receipt complain(Requester requester, Matter about, UUID command, String text) {
        var now = clock.instant();
        var receipt = reports.report(null, complaint(requester, about, command, bounded(text)));
        if (list(requester).stream().noneMatch(each -> receipt.matter().equals(each.matter()))) {
            store.add(
                    requester.county(),
                    new DataWish(
                            requester.id(),
                            now,
                            DataWish.Kind.COMPLAINT,
                            "",
                            receipt.matter(),
                            due(about.county(), now)));
            record(requester, DataWish.Kind.COMPLAINT);
        }
        return receipt;
    }

    /** To the county's office, whoever has the matter; never to be published. */
    private Report complaint(Requester requester, Matter about, UUID command, String text) {
        var own = reports.own(requester);
        var office = units.tree(about.county()).root().orElseThrow().id();
        var title = words.text(Locale.CHINESE, "matter.data.complaint.title", about.number());
        var content =
                new Report.Content(
                        Kind.COMPLAINT, about.about().category(), Channel.WEB, false, title, text);
        var contact =
                new Report.Contact(
                        own.name().isEmpty() ? null : own.name(),
                        own.phone().isEmpty() ? null : own.phone(),
                        own.name().isEmpty() && own.phone().isEmpty(),
                        false,
                        false,
                        requester.wantsNews(),
                        requester.care());
        return new Report(
                about.county(), command, content, office, "", office, contact, clock.instant());
    }

    /** The end of the last day on which a complaint of that moment is answered. */
    private Instant due(int county, Instant now) {
        var today = Zones.day(now);
        int days = laws.rule(county, RuleKey.DATA_COMPLAINT, today).number();
        return Zones.startOf(today.plusDays(days + 1L));
    }

    private void note(Requester requester, DataWish.Kind kind, String text) {
        store.add(
                requester.county(),
                new DataWish(requester.id(), clock.instant(), kind, text, null, null));
        record(requester, kind);
    }

    private void record(Requester requester, DataWish.Kind kind) {
        audit.record(
                requester.county(),
                Act.of(Verb.OWN_DATA_CHANGED, requester.id()).with("kind", kind.name()));
    }

    private static String bounded(String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "matter.refused.words-missing");
        }
        if (plain.codePointCount(0, plain.length()) > WORDS_CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "matter.refused.words-long", WORDS_CHARACTERS_MAX);
        }
        return plain;
    }
}
