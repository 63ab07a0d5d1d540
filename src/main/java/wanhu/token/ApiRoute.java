package wanhu.token;

/**
 * A controller that programs call with a token below {@code /api/v1}; says no as problem+json (RFC
 * 9457).
 */
public interface ApiRoute {
    /** What all its paths begin with. */
    String ROOT = "/api/v1";
}
