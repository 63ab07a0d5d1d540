-- Keys of the vault that have sealed something (not the keys themselves: a sealed word that proves
-- the right key is at hand), and the record of who read what in plain.
create schema if not exists vault;

create table vault.key_check (
    id text primary key,
    sealed text not null
);

create table vault.view (
    county integer not null,
    id uuid not null,
    at timestamptz not null,
    person uuid not null,
    post uuid not null,
    actor_name text not null,
    actor_title text not null,
    field text not null,
    row uuid not null,
    purpose text not null check (length(purpose) between 2 and 200),
    primary key (county, id)
);

create index view_of_row on vault.view (county, row, id);

create index view_of_person on vault.view (county, person, id);

create function vault.view_refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'vault.view is append-only';
end
$$;

create trigger view_append_only
    before update or delete on vault.view
    for each row execute function vault.view_refuse_change();
