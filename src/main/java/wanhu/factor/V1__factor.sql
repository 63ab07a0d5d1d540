-- The second proof of who signs in. CONTROL tables, as the accounts are.
create schema if not exists factor;

-- The secret that an authenticator app shares with us, sealed; counts once it is confirmed with a code.
create table factor.totp (
    account uuid primary key,
    secret text not null,
    confirmed_at timestamptz,
    -- The last step of time whose code was used: no code counts twice (RFC 6238, 5.2).
    last_step bigint not null default 0
);

-- Codes on paper for the day on which the phone is lost; keyed digests, each good once.
create table factor.recovery (
    account uuid not null,
    digest text not null,
    used_at timestamptz,
    primary key (account, digest)
);
