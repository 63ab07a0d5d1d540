-- Which digest made the hashes, and who signed the root of a day.
alter table audit.batch
    add column hash text not null default 'SHA-256' check (hash in ('SHA-256', 'SM3'));

alter table audit.day
    add column hash text not null default 'SHA-256' check (hash in ('SHA-256', 'SM3')),
    add column key text,
    add column signature text,
    add check ((key is null) = (signature is null));
