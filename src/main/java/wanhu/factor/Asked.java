package wanhu.factor;

/**
 * What the browser was asked to sign, and for which site; a passkey made for one site can't be used
 * on another, so that a page that looks like ours gets nothing.
 *
 * @param host the name of this server, without a port
 * @param origin scheme, host and port as the browser sees them
 * @param challenge random text in Base64 for addresses, good once
 */
public record Asked(String host, String origin, String challenge) {}
