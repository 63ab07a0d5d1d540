-- Exports that are written in the background, piece by piece. Class of both tables: COUNTY.

-- One file that somebody wants. The row moves on in the transaction that writes a piece, so that whoever takes it up
-- again goes on behind the last one.
create table export.job (
    county int not null,
    id uuid not null,
    list text not null,
    filters text not null check (char_length(filters) <= 4000),
    told text not null,
    format text not null check (format in ('NDJSON', 'CSV')),
    gzip boolean not null,
    language text not null check (language in ('zh', 'en')),
    reason text not null check (char_length(reason) between 2 and 500),
    person_id uuid not null,
    post_id uuid not null,
    name text not null,
    token_id uuid,
    asked_id uuid,
    state text not null
        check (state in ('ASKED', 'WAITING', 'WRITING', 'DONE', 'REFUSED', 'STOPPED', 'FAILED', 'EXPIRED')),
    rows int not null default 0 check (rows >= 0),
    total int check (total >= 0),
    bytes bigint not null default 0,
    pieces int not null default 0,
    cursor text not null default '',
    mark text not null default '',
    made_at timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    until_at timestamptz,
    next_at timestamptz,
    primary key (county, id),
    foreign key (county, asked_id) references export.asked (county, id),
    constraint job_due check ((next_at is not null) = (state in ('ASKED', 'WAITING', 'WRITING'))),
    constraint job_ended check ((ended_at is null) = (state in ('ASKED', 'WAITING', 'WRITING'))),
    constraint job_kept check ((until_at is not null) = (state in ('DONE', 'EXPIRED')))
);
create index job_of_person on export.job (county, person_id, made_at desc, id);
create index job_next on export.job (next_at) where next_at is not null;
create index job_until on export.job (until_at) where state = 'DONE';
create index job_ended on export.job (ended_at) where ended_at is not null;

-- A piece of the file: whole rows, packed by itself (RFC 1952: packed pieces one after the other are a packed file).
create table export.piece (
    county int not null,
    job_id uuid not null,
    seq int not null check (seq >= 0),
    bytes bytea not null,
    primary key (county, job_id, seq),
    foreign key (county, job_id) references export.job (county, id) on delete cascade
);
alter table export.piece alter column bytes set storage external;
