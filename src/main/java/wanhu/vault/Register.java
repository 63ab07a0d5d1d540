package wanhu.vault;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import wanhu.base.Refused;

/**
 * What the register of personal data says of columns and of lists that leave as files, as the
 * program asks it before it shows, finds or hands out anything.
 */
public final class Register {
    private static final Properties COLUMNS = read("wanhu/personal-data.properties");
    private static final Properties LISTS = read("wanhu/personal-lists.properties");
    private static final String NOTHING = "-";

    private Register() {}

    /** The kind of data in a field of a table, "matter.requester.phone"; empty when it is none. */
    static Optional<PersonalField> field(String name) {
        var kind = COLUMNS.getProperty(name + "_sealed", COLUMNS.getProperty(name, NOTHING));
        return kind.equals(NOTHING) ? Optional.empty() : Optional.of(PersonalField.valueOf(kind));
    }

    /**
     * Lets on only what was declared.
     *
     * @param name of a field of a table
     * @throws Refused RULE when that data was collected for other purposes
     */
    public static void need(String name, Purpose use) {
        boolean declared = field(name).filter(kind -> kind.purposes().contains(use)).isPresent();
        Refused.unless(Refused.Kind.RULE, declared, "vault.refused.other-use");
    }

    /**
     * For what a list leaves as a file.
     *
     * @return its purpose; empty when it holds no data of residents
     * @throws Refused RULE when nobody declared the list, or its data serve other purposes
     */
    public static Optional<Purpose> list(String name) {
        var entry = LISTS.getProperty(name);
        Refused.unless(Refused.Kind.RULE, entry != null, "vault.refused.other-use");
        if (entry.equals(NOTHING)) {
            return Optional.empty();
        }
        var parts = entry.split(" for ", 2);
        var use = Purpose.valueOf(parts[1].strip());
        for (String kind : parts[0].split(",", -1)) {
            boolean declared = PersonalField.valueOf(kind.strip()).purposes().contains(use);
            Refused.unless(Refused.Kind.RULE, declared, "vault.refused.other-use");
        }
        return Optional.of(use);
    }

    private static Properties read(String name) {
        var lines = new Properties();
        try (var in = new ClassPathResource(name).getInputStream()) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }
}
