package wanhu.vault;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The register of personal data: each kind of it that is kept, by whom it is, how it is kept, and
 * by which article it may be (Personal Information Protection Law, articles 6, 13, 17 and 55). How
 * people read purpose and time stands in the words {@code vault.personal.NAME.*}. What changes here
 * needs a new version of the {@link Notice}: the build keeps a digest of each. Which columns hold
 * it stands in {@code personal-data.properties}; the build fails when a column is in neither list.
 */
public enum PersonalField {
    /** How a resident wants to be called. */
    REQUESTER_NAME(
            Whose.RESIDENT,
            Kept.SEALED,
            Basis.CONSENT,
            Purpose.CHECK_FACTS,
            Purpose.TELL_RESULT,
            Purpose.FOLLOW_UP,
            Purpose.ANSWER_CALLER,
            Purpose.DATA_RIGHTS,
            Purpose.DANGER),
    /** Where a resident can be called back. */
    REQUESTER_PHONE(
            Whose.RESIDENT,
            Kept.SEALED,
            Basis.CONSENT,
            Purpose.CHECK_FACTS,
            Purpose.TELL_RESULT,
            Purpose.FOLLOW_UP,
            Purpose.ANSWER_CALLER,
            Purpose.DATA_RIGHTS,
            Purpose.DANGER),
    /** The code of twelve digits, of which only a keyed digest is kept. */
    REQUESTER_CODE(Whose.RESIDENT, Kept.DIGEST, Basis.DUTY, Purpose.ANSWER_CALLER),
    /** What a resident wrote, and what was noted while it was handled. */
    MATTER_TEXT(Whose.RESIDENT, Kept.PLAIN, Basis.DUTY, Purpose.HANDLE, Purpose.OVERSEE),
    /** Photos and voice notes, drawn anew without position and device. */
    MATTER_FILE(Whose.RESIDENT, Kept.PLAIN, Basis.CONSENT, Purpose.HANDLE),
    /** Rows of a file with matters that is being taken in. */
    IMPORTED_ROWS(Whose.RESIDENT, Kept.PLAIN, Basis.DUTY, Purpose.HANDLE),
    /** The name of somebody who works here. */
    STAFF_NAME(
            Whose.STAFF, Kept.PLAIN, Basis.DUTY, Purpose.HANDLE, Purpose.OVERSEE, Purpose.OFFICE),
    /** The phone of somebody who works here. */
    STAFF_PHONE(Whose.STAFF, Kept.SEALED, Basis.DUTY, Purpose.OFFICE),
    /** Where somebody who works here wants e-mail; given by herself. */
    STAFF_EMAIL(Whose.STAFF, Kept.SEALED, Basis.CONSENT, Purpose.OFFICE),
    /** With what somebody signs in. */
    STAFF_LOGIN(Whose.STAFF, Kept.PLAIN, Basis.DUTY, Purpose.SAFETY),
    /** The password, of which only Argon2id's hash is kept. */
    STAFF_PASSWORD(Whose.STAFF, Kept.DIGEST, Basis.SECURITY, Purpose.SAFETY),
    /** The secret of the authenticator app, and digests of recovery codes. */
    STAFF_FACTOR(Whose.STAFF, Kept.SEALED, Basis.SECURITY, Purpose.SAFETY),
    /** Public halves of passkeys, and how their owner calls them. */
    STAFF_PASSKEY(Whose.STAFF, Kept.PLAIN, Basis.SECURITY, Purpose.SAFETY),
    /** Failed sign-ins by keyed digests of login and address. */
    SIGN_IN_TRY(Whose.STAFF, Kept.DIGEST, Basis.SECURITY, Purpose.SAFETY),
    /** Where somebody is signed in: account, post, kind of browser. */
    SESSION(Whose.STAFF, Kept.PLAIN, Basis.SECURITY, Purpose.SAFETY),
    /** Who was at a meeting and what was said there. */
    MEETING(Whose.STAFF, Kept.PLAIN, Basis.DUTY, Purpose.HANDLE),
    /** Who did what, and when. */
    RECORD_OF_ACTS(Whose.STAFF, Kept.PLAIN, Basis.SECURITY, Purpose.SAFETY),
    /** Who looked at a resident's name or phone, and why. */
    RECORD_OF_VIEWS(Whose.STAFF, Kept.PLAIN, Basis.SECURITY, Purpose.SAFETY, Purpose.DATA_RIGHTS);

    private final Whose whose;
    private final Kept kept;
    private final Basis basis;

    /** Cannot be changed; the checker does not know that. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Purpose> purposes;

    PersonalField(Whose whose, Kept kept, Basis basis, Purpose... purposes) {
        this.whose = whose;
        this.kept = kept;
        this.basis = basis;
        this.purposes =
                Collections.unmodifiableSet(
                        purposes.length == 0
                                ? EnumSet.noneOf(Purpose.class)
                                : EnumSet.copyOf(List.of(purposes)));
    }

    /** Whose data it is. */
    public enum Whose {
        /** Who reports, joins or rates. */
        RESIDENT,
        /** Who works here. */
        STAFF
    }

    /** How it lies in the database. */
    public enum Kept {
        /** Sealed with AES-256-GCM, opened for a reason that is recorded. */
        SEALED,
        /** As a digest from which it can't be read back. */
        DIGEST,
        /** Readable for those whose post allows it. */
        PLAIN
    }

    /** Why it may be kept. */
    public enum Basis {
        /** Given freely and can be taken back: article 13, item 1. */
        CONSENT,
        /** Needed for a statutory duty: article 13, item 3. */
        DUTY,
        /** Needed to keep data safe: article 51, and the Cybersecurity Law on logs. */
        SECURITY
    }

    /** Whose data it is. */
    public Whose whose() {
        return whose;
    }

    /** How it lies in the database. */
    public Kept kept() {
        return kept;
    }

    /** Why it may be kept. */
    public Basis basis() {
        return basis;
    }

    /** For what it may be used; for nothing else. */
    public Set<Purpose> purposes() {
        return purposes;
    }
}
