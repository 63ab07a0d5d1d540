-- Letters as they were issued, the heads of units, the numbers. Class of all tables: COUNTY.
create schema if not exists letter;

-- 公文: what was issued never changes. Ids grow with time: the newest is the greatest.
create table letter.letter (
    county int not null,
    id uuid not null,
    command uuid not null,
    kind text not null check (kind in ('ORDER', 'TRANSFER', 'REPLY', 'MINUTES')),
    unit uuid not null,
    year smallint not null,
    ordinal int not null check (ordinal >= 1),
    number text not null check (number <> ''),
    about_id uuid not null,
    about_number text not null,
    matter_id uuid,
    to_unit uuid,
    mark text not null,
    title text not null check (char_length(title) between 1 and 120),
    addressee text not null,
    body text not null check (char_length(body) between 1 and 30000),
    organ text not null,
    contact text not null,
    copies text not null,
    present text not null,
    issued_on date not null,
    issued_at timestamptz not null,
    issued_by uuid not null,
    issued_name text not null,
    primary key (county, id),
    unique (county, command),
    unique (county, unit, kind, year, ordinal)
);
create index letter_about on letter.letter (county, about_id);
create index letter_matter on letter.letter (county, matter_id) where matter_id is not null;

-- 发文字号: counted for each unit, kind and year in the transaction of the letter, so that none is left out.
create table letter.counter (
    county int not null,
    unit uuid not null,
    kind text not null,
    year smallint not null,
    last int not null,
    primary key (county, unit, kind, year)
);

-- 版头 of a unit; without a row its own name stands there.
create table letter.head (
    county int not null,
    unit uuid not null,
    organ text not null,
    code text not null,
    mark text not null,
    minutes text not null,
    contact text not null,
    primary key (county, unit)
);

-- 撤回: the letter stays with its number, and says so.
create table letter.withdrawal (
    county int not null,
    letter_id uuid not null,
    at timestamptz not null,
    by_name text not null,
    reason text not null check (char_length(reason) between 2 and 500),
    primary key (county, letter_id),
    foreign key (county, letter_id) references letter.letter (county, id)
);

create function letter.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;

create trigger letter_append_only
    before update or delete or truncate on letter.letter
    for each statement execute function letter.refuse_change();

create trigger withdrawal_append_only
    before update or delete or truncate on letter.withdrawal
    for each statement execute function letter.refuse_change();

-- The second wall (base.Wall): what units say to each other of a matter. Units below, above and beside take part, so it
-- is seen in its county, and by nobody who reads no matters ('' is no county).
alter table letter.letter enable row level security, force row level security;
create policy wall on letter.letter
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table letter.withdrawal enable row level security, force row level security;
create policy wall on letter.withdrawal
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
