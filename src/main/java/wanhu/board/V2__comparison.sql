-- What the last nightly comparison of a county's counts with its matters found, for each room that keeps some.
create table board.comparison (
    county int not null,
    room text not null,
    claimed_at timestamptz not null,
    compared_at timestamptz,
    differing int not null default 0 check (differing >= 0),
    primary key (county, room)
);
