create schema if not exists files;

-- What was handed in with a subject, re-encoded: no original, no position, no device.
create table files.file (
    county int not null,
    id uuid not null,
    subject_id uuid not null,
    kind text not null check (kind in ('PHOTO', 'VOICE')),
    type text not null,
    bytes bytea not null,
    size_bytes int not null,
    digest text not null,
    by_staff boolean not null,
    added_at timestamptz not null,
    primary key (county, id),
    unique (county, subject_id, digest)
);
create index file_of_subject on files.file (county, subject_id, added_at);
