-- Passkeys (WebAuthn): the public half of a pair of keys whose private half never leaves the phone,
-- the computer or the security key of its owner. CONTROL, as the accounts are.
create table factor.passkey (
    id uuid primary key,
    account uuid not null,
    -- how the device calls the pair; sent to us at each use
    credential bytea not null unique,
    -- id, public key and make of the device, as WebAuthn encodes them (6.5.1)
    public_key bytea not null,
    -- grows with each use; 0 for devices that do not count
    sign_count bigint not null,
    backed_up boolean not null,
    name text not null check (length(name) between 1 and 40),
    made_at timestamptz not null,
    used_at timestamptz
);

create index passkey_of_account on factor.passkey (account, made_at);
