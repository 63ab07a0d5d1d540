package wanhu.people;

/** With what a person has shown at the sign-in who they are. */
enum Proof {
    /** The password alone. */
    PASSWORD,
    /** A code of the authenticator app or a recovery code as well. */
    SECOND_FACTOR,
    /** A button of the demonstration: nobody is anybody, and nothing is real. */
    DEMO
}
