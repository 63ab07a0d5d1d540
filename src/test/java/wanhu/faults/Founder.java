package wanhu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wanhu.Visitor;

/**
 * Founds a town as a program of its own, with the classes and tests of whatever release it is
 * started with: the tables are those of that release.
 */
final class Founder {
    static final int CLERKS = 4;

    private Founder() {}

    /**
     * Founds it.
     *
     * @param args folder of data, where the database is, how many clerks, and the file for what
     *     others have to know: the village, then the sessions of the clerks and of the office
     */
    public static void main(String[] args) throws IOException {
        var product = new Product(Path.of(args[0]));
        var town = Town.founded(product, Integer.parseInt(args[2]), args[1]);
        var known = new ArrayList<>(List.of(town.village()));
        for (Visitor clerk : town.clerks()) {
            known.add(session(clerk));
        }
        known.add(session(town.office()));
        Files.write(Path.of(args[3]), known);
    }

    private static String session(Visitor visitor) {
        return visitor.cookie("/desk", "wanhu").orElseThrow();
    }

    /**
     * Has the release whose classes lie in that folder, beside its tests, found a town in a folder
     * and database; its people come to the address.
     */
    static Town by(String classes, Path data, String option, String address)
            throws IOException, InterruptedException {
        var own = data.resolve("founder");
        var name = Founder.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(own.resolve(name).resolveSibling("."));
        Files.copy(Path.of("target", "test-classes").resolve(name), own.resolve(name));
        var tests = Path.of(classes).resolveSibling("test-classes");
        var command =
                new ArrayList<>(Installed.command(String.join(":", classes, "" + tests, "" + own)));
        command.removeLast();
        var file = data.resolve("town");
        command.add(Founder.class.getName());
        command.addAll(List.of(data.toString(), option, "" + CLERKS, file.toString()));
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Expected a town but its founder failed");
        }
        var known = Files.readAllLines(file);
        var visitors =
                known.stream()
                        .skip(1)
                        .map(session -> Visitor.of(address).brings("wanhu", session))
                        .toList();
        return new Town(known.getFirst(), visitors.subList(0, CLERKS), visitors.getLast());
    }
}
