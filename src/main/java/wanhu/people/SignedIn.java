package wanhu.people;

import java.util.UUID;

/**
 * A person who has signed in, read anew at each request.
 *
 * @param account the account
 * @param county six-digit code of its county
 * @param person the person
 * @param login with what the person signed in
 * @param name the person's name
 * @param mustChange whether the password must be changed before anything else
 * @param epoch grows when password or state change; a session of an older epoch is over
 */
record SignedIn(
        UUID account,
        int county,
        UUID person,
        String login,
        String name,
        boolean mustChange,
        int epoch) {}
