-- What came in and was solved by place and month, without reports of wrongdoing; "days" from report to solution, 0 of
-- what came in. All of it can be thrown away: it is counted again from the matters.

-- Of a place itself: a grid, or a larger place for what was reported of it as a whole.
create table board.month_own (
    county int not null,
    month date not null check (extract(day from month) = 1),
    place_path text collate "C" not null check (place_path like '%.'),
    days smallint not null check (days between 0 and 999),
    came int not null check (came >= 0),
    solved int not null check (solved >= 0),
    primary key (county, month, place_path, days)
);

-- Of a place with all below it, from the grid to the county.
create table board.month_whole (
    county int not null,
    place_path text collate "C" not null check (place_path like '%.'),
    month date not null check (extract(day from month) = 1),
    days smallint not null check (days between 0 and 999),
    came int not null check (came >= 0),
    solved int not null check (solved >= 0),
    primary key (county, place_path, month, days)
);

-- Each county is counted anew.
update board.fold set seen = null;
