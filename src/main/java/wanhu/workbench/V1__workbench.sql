create schema if not exists workbench;

-- 常用查询: a search that a person wants to repeat.
create table workbench.saved_query (
    county int not null,
    id uuid not null,
    person uuid not null,
    name text not null check (char_length(name) between 1 and 40),
    query text not null check (char_length(query) <= 2000),
    saved_at timestamptz not null,
    primary key (county, id),
    unique (county, person, name)
);

-- 常用语: what a unit often writes in a step.
create table workbench.phrase (
    county int not null,
    id uuid not null,
    unit_id uuid not null,
    text text not null check (char_length(text) between 1 and 200),
    added_at timestamptz not null,
    added_by uuid not null,
    primary key (county, id),
    unique (county, unit_id, text)
);
