package wanhu.law;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Where a rule comes from.
 *
 * @param zh the document in Chinese, with 《》 when it is one
 * @param en the same in English
 * @param article number of the article, such as "34"; empty when there is none
 */
public record Source(String zh, String en, String article) {
    /** Longest name of a document, in characters. */
    public static final int NAME_LENGTH_MAX = 120;

    private static final String WORDS = "wanhu.law.words";

    public Source {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("Expected a source in both languages");
        }
    }

    /** The document and its article: 《信访工作条例》第34条. */
    public String name(Locale locale) {
        return article.isEmpty()
                ? document(locale)
                : word(locale, "law.source.article")
                        .replace("{0}", document(locale))
                        .replace("{1}", article);
    }

    /** For screens: 依据《信访工作条例》第34条. */
    public String citation(Locale locale) {
        return word(locale, "law.source.citation").replace("{0}", name(locale));
    }

    private String document(Locale locale) {
        return english(locale) ? en : zh;
    }

    private static String word(Locale locale, String key) {
        return ResourceBundle.getBundle(WORDS, english(locale) ? Locale.ENGLISH : Locale.CHINESE)
                .getString(key);
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
