-- Rules that counties have set, by dated versions. Class of all tables: COUNTY.
create schema law;

-- One row a county, locked while its rules change.
create table law.county (
    county int primary key
);

-- A version never changes: old acts keep the rule of their day. The next version ends it.
create table law.rule (
    county int not null,
    id uuid not null,
    key text not null,
    version int not null,
    valid_from date not null,
    value text not null,
    source_zh text not null,
    source_en text not null,
    article text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    made_post uuid not null,
    made_as text not null,
    primary key (county, id),
    unique (county, key, version),
    constraint rule_key_grammar check (key ~ '^[A-Z][A-Z_]*$'),
    constraint rule_version_from_one check (version >= 1),
    constraint rule_value_length check (length(value) between 1 and 40),
    constraint rule_source_named check (source_zh <> '' and source_en <> '')
);

create function law.rule_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'law.rule is append-only';
end
$$;

create trigger rule_append_only
before update or delete on law.rule
for each row execute function law.rule_refuse_change();
