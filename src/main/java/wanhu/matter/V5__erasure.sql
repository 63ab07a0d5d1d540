-- What the retention rule removed: a line for each batch, append-only. The matters and their ratings stay.
create table matter.erasure (
    county int not null,
    id uuid not null,
    at timestamptz not null,
    closed_before timestamptz not null,
    term text not null,
    source text not null,
    requesters int not null check (requesters > 0),
    names int not null,
    phones int not null,
    primary key (county, id)
);

create function matter.erasure_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'matter.erasure is append-only';
end
$$;

create trigger erasure_append_only
before update or delete on matter.erasure
for each row execute function matter.erasure_refuse_change();

create index requester_contact on matter.requester (county, matter_id)
where name_sealed is not null or phone_sealed is not null;
