-- 周报月报: bulletins by version. Class of the table: COUNTY.
create schema if not exists bulletin;

-- The figures were counted once and stay as they were; who wrote a version does not release it; what was released never
-- changes: a correction is another version that says what is different.
create table bulletin.bulletin (
    county int not null,
    id uuid not null,
    unit_id uuid not null,
    kind text not null check (kind in ('WEEK', 'MONTH')),
    from_on date not null,
    version int not null check (version >= 1),
    edit int not null check (edit >= 1),
    state text not null check (state in ('DRAFT', 'REVIEW', 'RELEASED')),
    figures jsonb not null,
    texts jsonb not null,
    remark text not null default '' check (char_length(remark) <= 500),
    open boolean not null default false,
    writers uuid[] not null check (cardinality(writers) >= 1),
    written_name text not null,
    written_at timestamptz not null,
    released_by uuid,
    released_name text not null default '',
    released_at timestamptz,
    primary key (county, id),
    unique (county, unit_id, kind, from_on, version),
    check (kind = 'WEEK' and extract(isodow from from_on) = 1 or kind = 'MONTH' and extract(day from from_on) = 1),
    check ((state = 'RELEASED') = (released_by is not null)),
    check ((state = 'RELEASED') = (released_at is not null)),
    check (not released_by = any (writers)),
    check (state = 'DRAFT' or version = 1 or texts ->> 'changes' <> ''),
    check (not open or state = 'RELEASED')
);
create unique index bulletin_pending on bulletin.bulletin (county, unit_id, kind, from_on) where state <> 'RELEASED';
create index bulletin_by_time on bulletin.bulletin (county, from_on desc, id desc);

create function bulletin.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'a released bulletin does not change';
end
$$;

create trigger released_for_good
    before update or delete on bulletin.bulletin
    for each row when (old.state = 'RELEASED') execute function bulletin.refuse_change();
