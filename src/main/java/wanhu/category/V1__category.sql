create schema if not exists category;

-- What a county added to, or changed in, the shipped tree. A code is never reused; a closed one stays readable.
create table category.category (
    county int not null,
    code text not null check (code ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$'),
    above text not null,
    order_no int not null,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    hint text not null,
    keywords text not null,
    stop_zh text not null,
    stop_en text not null,
    live boolean not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (county, code)
);
