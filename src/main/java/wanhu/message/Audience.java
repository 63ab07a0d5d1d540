package wanhu.message;

/** To whom a message goes. */
enum Audience {
    /** Those who work here. */
    STAFF,
    /** Who told a matter, or joined; she reads its number and where it stands, and no more. */
    RESIDENT
}
