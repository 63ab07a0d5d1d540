package wanhu.letter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.matter.Requesters;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.paper.Paper;
import wanhu.reply.Finding;
import wanhu.reply.ReplyCheck;

/** The door to letters that are written: drawn up, looked at, issued with their number. */
@Service
class LetterDrafts {
    private final LetterStore store;
    private final HeadingStore headings;
    private final Subjects subjects;
    private final Requesters requesters;
    private final Units units;
    private final Words words;
    private final Audit audit;
    private final Clock clock;

    LetterDrafts(
            LetterStore store,
            HeadingStore headings,
            Subjects subjects,
            Requesters requesters,
            Units units,
            Words words,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.headings = headings;
        this.subjects = subjects;
        this.requesters = requesters;
        this.units = units;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a letter is about, as {@link Subjects#of}. */
    @Transactional(readOnly = true)
    Subject subject(Actor actor, Kind kind, String of) {
        return subjects.of(actor, kind, of);
    }

    /** The head of the post's unit. */
    @Transactional(readOnly = true)
    Heading heading(Actor actor) {
        return headings.of(actor.county(), actor.unit());
    }

    /** Writes the head of the post's unit; letters that were issued keep theirs. */
    @Transactional
    void setUp(Actor actor, Heading heading) {
        headings.save(actor.county(), actor.unit(), heading.checked());
        audit.record(
                actor,
                Act.of(Verb.LETTER_HANDLED, actor.unit())
                        .with("act", "heading")
                        .with("code", heading.code()));
    }

    /** The paper of a wish, with a blank where its number will stand. */
    @Transactional(readOnly = true)
    Paper draft(Actor actor, Wish wish, Subject subject) {
        return drawn(actor, wish, subject, 0)
                .paper(words.text(Locale.CHINESE, "letter.stamp.draft"));
    }

    /**
     * What people should look at before it is sent; they decide. Replies are checked whole, other
     * letters for personal data alone.
     */
    @Transactional(readOnly = true)
    List<Finding> findings(Wish wish, Subject subject) {
        var found = new ArrayList<Finding>();
        if (wish.kind() == Kind.REPLY) {
            found.addAll(ReplyCheck.of(subject.asked(), own(wish, subject)));
        } else {
            found.addAll(ReplyCheck.personal(wish.words().body()));
        }
        var matter = subject.matter();
        if (matter != null && requesters.named(matter, wish.words().all())) {
            found.addFirst(new Finding(Finding.Sort.NAMES_RESIDENT, List.of()));
        }
        return found;
    }

    /** What people wrote: without the sentences that stand on each reply. */
    private static String own(Wish wish, Subject subject) {
        var matter = subject.matter();
        var answer = matter == null ? "" : matter.ending().answer();
        var frame = new HashSet<>(subject.draft().body().lines().toList());
        answer.lines().forEach(frame::remove);
        return wish.words()
                .body()
                .lines()
                .filter(each -> !frame.contains(each))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Issues a letter: its number is taken, what stands on it is frozen.
     *
     * @throws Refused as {@link Subjects#of}; INVALID when something is missing; RULE when a letter
     *     about a secret matter names who told it, or goes to whom the matter accuses
     */
    @Transactional
    Letter issue(Actor actor, Wish wish) {
        var before = store.byCommand(actor.county(), wish.command());
        if (before.isPresent()) {
            return before.get();
        }
        wish.words().checked();
        var subject = subjects.of(actor, wish.kind(), wish.of());
        guard(wish, subject);
        int year = Zones.day(clock.instant()).getYear();
        int ordinal = store.next(actor.county(), actor.unit(), wish.kind(), year);
        var letter = drawn(actor, wish, subject, ordinal);
        store.insert(letter, wish.command());
        audit.record(
                actor,
                Act.of(Verb.LETTER_HANDLED, letter.id())
                        .with("act", "issue")
                        .with("number", letter.number().text())
                        .with("kind", letter.kind())
                        .with("about", letter.about().number()));
        return letter;
    }

    private void guard(Wish wish, Subject subject) {
        var matter = subject.matter();
        if (matter == null || !matter.about().privacy().secret()) {
            return;
        }
        Refused.unless(
                Refused.Kind.RULE,
                !requesters.named(matter, wish.words().all()),
                "letter.refused.names");
        var accused = matter.about().privacy().complainedOf();
        if (accused == null) {
            return;
        }
        var to = subject.about().to();
        var tree = units.tree(matter.county());
        var name = tree.byPath(accused).map(Unit::name).orElse("");
        var read = wish.words().addressee() + wish.words().copies();
        boolean reaches =
                (to != null && accused.contains(tree.get(to).path()))
                        || (!name.isEmpty() && read.contains(name));
        Refused.unless(Refused.Kind.RULE, !reaches, "letter.refused.accused");
    }

    private Letter drawn(Actor actor, Wish wish, Subject subject, int ordinal) {
        var now = clock.instant();
        var heading = heading(actor);
        var kind = wish.kind();
        var day = Zones.day(now);
        var text = wish.words();
        return new Letter(
                actor.county(),
                Ids.next(),
                kind,
                actor.unit(),
                new Letter.Numbered(
                        day.getYear(),
                        ordinal,
                        kind.number(heading.code(), day.getYear(), ordinal)),
                subject.about(),
                new Letter.Text(
                        heading.mark(kind),
                        text.title(),
                        text.addressee(),
                        text.body(),
                        heading.organ(),
                        text.contact(),
                        text.copies(),
                        subject.present()),
                new Letter.Issued(day, now, actor.person(), actor.title() + " " + actor.name()),
                null,
                false);
    }
}
