package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The life over HTTP, from a process of its own: each step is the page that shows its form and the
 * form that is sent, with the token, the version and the command that stand on that page; the
 * resident opens the form, sees what will be sent, sends it and reads her receipt.
 */
public final class Browsers implements Side {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern COMMAND =
            Pattern.compile("name=\"command\" value=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d{8}-\\d{4,}");
    private static final Pattern CODE = Pattern.compile("/m/(\\d{12})");

    private final String address =
            "http://localhost:" + System.getProperty("bench.port");
    private final BlockingQueue<Town> towns = new LinkedBlockingQueue<>();

    private Flood flood;

    private Browsers(Place place) {
        try {
            for (var line : Files.readAllLines(Path.of(System.getProperty("bench.desks")))) {
                var cells = line.split(" ");
                var clerks = new ArrayList<Browser>();
                for (int at = 2; at < cells.length; at++) {
                    clerks.add(signedIn(cells[at]));
                }
                towns.add(new Town(cells[0], cells[1], clerks));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A place with the browsers of its clerks: village, township, office. */
    private record Town(String village, String office, List<Browser> clerks) {}

    /** Serves. */
    public static void main(String[] args) throws IOException {
        Worker.serve(Browsers::new);
    }

    @Override
    public Map<String, Number> ask(List<String> words) {
        if (!words.getFirst().equals("flood")) {
            throw new UnsupportedOperationException(words.toString());
        }
        flood = flood == null ? new Flood(address, towns.stream().map(Town::village).toList()) : flood;
        return flood.tell(Integer.parseInt(words.get(1)), Double.parseDouble(words.get(2)));
    }

    private Browser signedIn(String post) {
        var browser = new Browser(address, "127.0.0.1");
        browser.page("/sign-in");
        browser.form("/sign-in/demo", "post", post);
        return browser;
    }

    @Override
    public String live(int steps, Laps laps) {
        // Each town's clerks are one life's at a time: two people don't share a browser.
        try {
            var town = towns.take();
            try {
                return live(town, steps, laps);
            } finally {
                towns.add(town);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String live(Town town, int steps, Laps laps) {
        var chance = ThreadLocalRandom.current();
        var from = "10.%d.%d.%d".formatted(chance.nextInt(256), chance.nextInt(256), chance.nextInt(1, 255));
        var resident = new Browser(address, from);
        resident.page("/report/text?place=" + town.village() + "&category=farm.power");
        var form =
                new String[] {
                    "command", UUID.randomUUID().toString(),
                    "place", town.village(),
                    "category", "farm.power",
                    "kind", "HELP",
                    "text", Story.TITLE + "。" + Story.BODY,
                    "phone", Story.next().phone(),
                    "name", Story.NAME,
                    "publish", "true",
                    "news", "true"
                };
        resident.form("/report/text", form);
        var receipt = resident.form("/report/send", form);
        var code = found(CODE, receipt);
        var number = found(NUMBER, resident.page("/m/" + code + "/receipt"));
        laps.lap();
        var clerks = town.clerks();
        for (int step = 2; step <= steps; step++) {
            switch (step) {
                case 2 ->
                        take(
                                clerks.get(0),
                                number,
                                "Escalate",
                                "Escalate-reason",
                                "BEYOND_POWERS",
                                "Escalate-tried",
                                Story.TRIED);
                case 3 ->
                        take(
                                clerks.get(1),
                                number,
                                "Dispatch",
                                "Dispatch-to",
                                town.office(),
                                "Dispatch-instruction",
                                Story.INSTRUCTION);
                case 4 -> take(clerks.get(2), number, "Sign");
                case 5 ->
                        take(
                                clerks.get(2),
                                number,
                                "Reply",
                                "Reply-result",
                                "SOLVED",
                                "Reply-answer",
                                Story.ANSWER,
                                "Reply-notContacted",
                                "电话没有接通");
                case 6 -> take(clerks.get(1), number, "Approve");
                default -> rate(resident, code);
            }
            laps.lap();
        }
        return code;
    }

    private static void take(Browser clerk, String number, String step, String... fields) {
        var path = "/matters/" + number;
        var page = clerk.page(path + "?step=" + step);
        var form = new ArrayList<>(List.of("version", found(VERSION, page), "command", found(COMMAND, page)));
        form.addAll(List.of(fields));
        var led = clerk.form(path + "/steps/" + step, form.toArray(String[]::new));
        if (led.startsWith("<")) {
            throw new IllegalStateException("Expected the step " + step + " to be taken but got a page");
        }
    }

    private static void rate(Browser resident, String code) {
        var page = resident.page("/m/" + code);
        resident.form(
                "/m/" + code + "/rate",
                "command",
                found(COMMAND, page),
                "solved",
                "true",
                "grade",
                "SATISFIED",
                "text",
                Story.THANKS);
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("Expected " + pattern + " on the page");
        }
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }

    /** What the resident reads of her matter; the clerks' side is read by the process that has the doors. */
    @Override
    public List<String> wrong(List<String> lives) {
        return List.of();
    }

    @Override
    public List<Long> list(Scope scope) {
        throw new UnsupportedOperationException("lists are measured at the doors");
    }

    @Override
    public void close() {}
}
