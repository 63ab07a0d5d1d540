package wanhu.exchange;

import java.util.Map;

/**
 * How one speaks with another system: each language says the same things, and its answers read as
 * docs/exchange.md says ({@code number}; {@code stage}, {@code ending}).
 */
interface Speech {
    /** Whether the same sent again is the same there. */
    boolean once(Partner partner);

    /** Which number they gave to what they had given a token for ({@code awaited}). */
    Said number(Partner partner, String token, String awaited);

    /** Hands over. */
    Said send(Partner partner, String token, Map<String, Object> letter);

    /** Asks after one. */
    Said look(Partner partner, String token, String number);

    /** What they told the resident last; empty when they told nothing. */
    String told(Partner partner, String token, String number);

    /** Asks for one back; the same again is the same. */
    Said takeBack(Partner partner, String token, Handover handover);
}
