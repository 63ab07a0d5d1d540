-- The timeline is sealed by the record of acts: each line knows its transaction, and a salt with which
-- its texts are digested. Lines from before are sealed with the first batch.
alter table matter.step
    add column xid bigint not null default cast(pg_current_xact_id()::text as bigint),
    add column salt uuid not null default gen_random_uuid();

create index step_by_xid on matter.step using brin (xid) with (pages_per_range = 32, autosummarize = on);

create function matter.step_refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'matter.step is append-only';
end
$$;

create trigger step_append_only before update or delete or truncate on matter.step
    for each statement execute function matter.step_refuse_change();

comment on table matter.step is 'append-only';
