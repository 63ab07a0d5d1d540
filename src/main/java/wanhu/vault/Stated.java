package wanhu.vault;

import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;

/**
 * Why somebody wants to use personal data: a purpose of the register, and the occasion in her own
 * words.
 *
 * @param said 2 to 200 characters
 */
public record Stated(Purpose use, String said) {
    /** What a form sends. */
    public record Form(@Nullable String use, @Nullable String purpose) {
        /**
         * Checked.
         *
         * @throws Refused as {@link Stated#of}
         */
        public Stated stated() {
            return of(text(use), text(purpose));
        }

        /** What was chosen; empty for nothing. */
        public String chosen() {
            return text(use);
        }

        /** What was typed; empty for nothing. */
        public String typed() {
            return text(purpose);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /** Fewest characters of an occasion. */
    static final int CHARACTERS_MIN = 2;

    /** Most characters of an occasion; the table says the same. */
    public static final int CHARACTERS_MAX = 200;

    public Stated {
        said = said.strip();
        Refused.unless(
                Refused.Kind.INVALID,
                said.length() >= CHARACTERS_MIN && said.length() <= CHARACTERS_MAX,
                "vault.refused.purpose",
                CHARACTERS_MIN,
                CHARACTERS_MAX);
    }

    /**
     * As a form sent it.
     *
     * @throws Refused INVALID without an occasion, or when the purpose is none that anybody
     *     declared
     */
    public static Stated of(String use, String said) {
        var purpose =
                Purpose.find(use)
                        .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "vault.refused.use"));
        return new Stated(purpose, said);
    }
}
