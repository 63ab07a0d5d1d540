-- 回访: calls that are owed, and the lots by which they were drawn. Class of all tables: COUNTY.
create schema if not exists callback;

-- One secret a month from which all its lots follow; shown when the month has ended, so that anybody can draw again.
create table callback.seed (
    county int not null,
    month date not null check (extract(day from month) = 1),
    seed text not null,
    primary key (county, month)
);

-- A call that is owed, or that the lot has spared. How it went follows the timeline of its matter.
create table callback.call (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    matter_number text not null,
    kind text not null check (kind in ('FOLLOW_UP', 'PROMISED')),
    turn smallint not null check (turn >= 0),
    lot text not null check (lot in ('SERIOUS', 'INQUIRY', 'VILLAGE', 'TOWNSHIP', 'COUNTY', 'PROMISED')),
    percent smallint not null check (percent between 0 and 100),
    drawn boolean not null,
    month date not null,
    category text not null,
    place_path text collate "C" not null,
    handler_unit uuid not null,
    handler_path text collate "C" not null,
    due_at timestamptz not null,
    attempts smallint not null default 0,
    last_attempt date,
    state text not null check (state in ('OPEN', 'REACHED', 'NOT_REACHED', 'RATED', 'SPARED', 'LAPSED')),
    note text not null default '' check (char_length(note) <= 500),
    by_name text not null default '',
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (county, id),
    check ((state = 'OPEN') = (ended_at is null)),
    check (lot not in ('SERIOUS', 'PROMISED') or drawn)
);
create unique index call_once on callback.call (county, matter_id, turn) where kind = 'FOLLOW_UP';
create index call_owed on callback.call (county, due_at, id) where state = 'OPEN' and drawn;
create index call_by_due on callback.call (county, due_at, id);
create index call_by_month on callback.call (county, month, lot);
create index call_of_matter on callback.call (county, matter_id) where state = 'OPEN';

-- The second wall (base.Wall): a call is seen by whom its matter's place, or its handler, belongs to.
alter table callback.call enable row level security, force row level security;
create policy wall on callback.call
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            when place_path >= current_setting('wanhu.first', true)
                and place_path < current_setting('wanhu.beyond', true)
                then true
            else handler_path >= current_setting('wanhu.first', true)
                and handler_path < current_setting('wanhu.beyond', true)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
