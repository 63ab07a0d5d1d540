-- One-time links with which an office lets a resident in who can't show her code and phone. Only a keyed digest of the
-- link is kept; it says nothing of its county, so it is looked up without one.
create table intake.pass (
    county int not null,
    id uuid not null,
    digest text not null,
    requester_id uuid not null,
    by_person uuid not null,
    by_unit uuid not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (county, id)
);
create unique index pass_digest on intake.pass (digest, county);
create index pass_of on intake.pass (county, requester_id, made_at desc);
