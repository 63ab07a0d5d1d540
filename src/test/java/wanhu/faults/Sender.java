package wanhu.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import wanhu.Visitor;
import wanhu.Visitor.Answer;
import wanhu.faults.Ledger.Sent;
import wanhu.faults.Ledger.Wish;

/**
 * A resident and the clerk of her village, who send commands one after the other and write down
 * what they were told. What they could not know they send again until they know.
 */
final class Sender {
    /** Last digits of all phones, so that everybody's matter can be opened by who reads. */
    static final String TAIL = "8000";

    static final String NAME = "白大娘";
    static final String TEXT = "村东头的路灯坏了，夜里看不见路。";

    private static final Pattern CODE = Pattern.compile("/m/(\\d{12})/receipt");
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{8}-\\d{4,}");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern INTO = Pattern.compile("name=\"into\" value=\"([0-9a-f-]{36})\"");
    private static final int INQUIRIES_PERCENT = 40;
    private static final int TWICE_PERCENT = 15;
    private static final Duration PATIENCE =
            Duration.ofMinutes(Integer.getInteger("faults.patience", 3));
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private final String village;
    private final Visitor clerk;
    private final Visitor resident;
    private final Ledger ledger;
    private final Random random;
    private final List<Known> own = new ArrayList<>();

    /** A matter that she has a receipt for. */
    private record Known(String code, String number, boolean fresh) {
        Known after(boolean first) {
            return new Known(code, number, fresh && !first);
        }
    }

    Sender(Product product, Town town, int which, Ledger ledger) {
        this(product.address(), town, which, ledger);
    }

    /** One who comes to an address. */
    Sender(String address, Town town, int which, Ledger ledger) {
        this.village = town.village();
        this.clerk = town.clerks().get(which);
        this.resident = Visitor.of(address);
        this.ledger = ledger;
        this.random = new Random(which);
    }

    /** Sends one command and sees to it that its fate is known. */
    void send() {
        int luck = random.nextInt(100);
        if (luck < 50 || own.isEmpty()) {
            report();
        } else if (luck < 60) {
            join();
        } else if (luck < 68) {
            withdraw();
        } else if (luck < 82) {
            step(Wish.REMARK, "Remark", "Remark-note");
        } else if (luck < 89) {
            step(Wish.ADMIT, "Admit", "Admit-dutyItem");
        } else {
            step(Wish.ANSWER_AT_ONCE, "AnswerAtOnce", "AnswerAtOnce-answer");
        }
    }

    /** Help, or in two of five cases an inquiry, which alone may be answered at once. */
    private void report() {
        var sent = fresh(Wish.REPORT, village);
        ask(() -> resident.get("/report/text?place=" + village + "&category=road"));
        var form = form(sent, "");
        receive(sent, twice(sent, () -> resident.post("/report/send", form)));
    }

    private void join() {
        var sent = fresh(Wish.JOIN, village);
        var looking = form(sent, "");
        var alike = ask(() -> resident.post("/report/text", looking));
        var into = INTO.matcher(alike.body());
        if (into.find()) {
            var form = form(sent, into.group(1));
            receive(sent, twice(sent, () -> resident.post("/report/send", form)));
        }
    }

    private void receive(Sent sent, Answer answer) {
        var code = CODE.matcher(answer.location().orElse(""));
        if (!code.find()) {
            refuse(sent, answer);
            return;
        }
        ledger.acknowledge(sent, code.group(1));
        if (sent.wish() == Wish.REPORT) {
            var receipt = ask(() -> resident.get("/m/" + code.group(1) + "/receipt"));
            var number = NUMBER.matcher(receipt.body());
            if (!number.find()) {
                throw new IllegalStateException("Expected a number but got " + receipt);
            }
            own.add(new Known(code.group(1), number.group(), true));
        }
    }

    private void withdraw() {
        var matter = own.remove(random.nextInt(own.size()));
        var sent = fresh(Wish.WITHDRAW, matter.number());
        var path = "/m/" + matter.code() + "/withdraw";
        settle(sent, twice(sent, () -> resident.post(path, "command", sent.command().toString())));
    }

    private void step(Wish wish, String step, String field) {
        int which = random.nextInt(own.size());
        var matter = own.get(which);
        boolean first = wish != Wish.REMARK;
        if (first && !matter.fresh()) {
            return;
        }
        var path = "/matters/" + matter.number();
        var page = VERSION.matcher(ask(() -> clerk.get(path + "?step=" + step)).body());
        if (!page.find()) {
            return;
        }
        var sent = fresh(wish, matter.number());
        var version = page.group(1);
        settle(
                sent,
                twice(
                        sent,
                        () ->
                                clerk.post(
                                        path + "/steps/" + step,
                                        "command",
                                        sent.command().toString(),
                                        "version",
                                        version,
                                        field,
                                        text(sent))));
        own.set(which, matter.after(first));
    }

    /** An answer carries no long numbers: they could be somebody's, and would be refused. */
    private static String text(Sent sent) {
        return switch (sent.wish()) {
            case REMARK -> "记 " + sent.command();
            case ANSWER_AT_ONCE -> "路灯由村委会管，白天来报修就行。";
            case REPORT, JOIN, WITHDRAW, ADMIT -> "";
        };
    }

    private void settle(Sent sent, Answer answer) {
        var to = answer.location().orElse("");
        if (answer.status() == 303 && !to.contains("sign-in")) {
            ledger.acknowledge(sent);
        } else {
            refuse(sent, answer);
        }
    }

    private void refuse(Sent sent, Answer answer) {
        if (answer.status() < 400) {
            throw new IllegalStateException("Expected yes or no to " + sent + " but got " + answer);
        }
        ledger.refuse(sent);
    }

    private static Sent fresh(Wish wish, String about) {
        return new Sent(UUID.randomUUID(), wish, about);
    }

    private String[] form(Sent sent, String into) {
        var phone = "13%05d%s".formatted(random.nextInt(100_000), TAIL);
        ledger.called(phone);
        resident.from("10.%d.%d.%d".formatted(bits(), bits(), bits()));
        return Map.of(
                        "command",
                        sent.command().toString(),
                        "place",
                        village,
                        "category",
                        "road",
                        "kind",
                        random.nextInt(100) < INQUIRIES_PERCENT ? "INQUIRY" : "HELP",
                        "text",
                        TEXT,
                        "phone",
                        phone,
                        "name",
                        NAME,
                        "into",
                        into)
                .entrySet()
                .stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray(String[]::new);
    }

    private int bits() {
        return random.nextInt(256);
    }

    /** Now and then the same again, as a double click does: the answer must be the same. */
    private Answer twice(Sent sent, Supplier<Answer> act) {
        var first = ask(act);
        if (random.nextInt(100) >= TWICE_PERCENT || first.status() != 303) {
            return first;
        }
        var second = ask(act);
        if (!second.location().equals(first.location())) {
            throw new IllegalStateException(
                    "Expected " + first.location() + " again for " + sent + " but got " + second);
        }
        return second;
    }

    /** Sends the same until somebody answers who knows. */
    private Answer ask(Supplier<Answer> act) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            var answer = attempt(act);
            if (answer.isPresent()) {
                return answer.get();
            }
            ledger.wonder();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("Expected an answer within " + PATIENCE);
    }

    private static Optional<Answer> attempt(Supplier<Answer> act) {
        try {
            return Optional.of(act.get()).filter(answer -> answer.status() < 500);
        } catch (UncheckedIOException torn) {
            return Optional.empty();
        }
    }
}
