-- Labels and texts that counties have adapted, by dated versions. Class of all tables: COUNTY.
create schema wording;

-- One row a county, locked while its texts change.
create table wording.county (
    county int primary key
);

-- A version never changes; empty texts bring back what the product ships.
create table wording.text (
    county int not null,
    id uuid not null,
    key text not null,
    version int not null,
    valid_from date not null,
    zh text not null,
    en text not null,
    reason text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    made_post uuid not null,
    made_as text not null,
    primary key (county, id),
    unique (county, key, version),
    constraint text_version_from_one check (version >= 1),
    constraint text_lengths check (length(zh) <= 1000 and length(en) <= 2000 and length(reason) between 2 and 200),
    constraint text_both_or_none check ((zh = '') = (en = ''))
);

create function wording.text_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'wording.text is append-only';
end
$$;

create trigger text_append_only
before update or delete on wording.text
for each row execute function wording.text_refuse_change();
