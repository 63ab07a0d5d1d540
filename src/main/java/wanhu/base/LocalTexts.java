package wanhu.base;

import java.util.Locale;
import java.util.Optional;

/** How a county says some texts in its own words: a bean of this type. Must be quick. */
public interface LocalTexts {
    /**
     * The county's own text of a key today, in the form of the words files.
     *
     * @return empty where the shipped text holds
     */
    Optional<String> find(int county, Locale locale, String key);
}
