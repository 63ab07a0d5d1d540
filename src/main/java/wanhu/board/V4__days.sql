-- What came in and was solved by day, and where open matters stand, both without reports of wrongdoing. All of it can be
-- thrown away: it is counted again from the matters. Of a place itself, or, where "whole", of it with all below it.

-- Itself: a village with its grids, or a larger place for what was reported of it as a whole. Whole: townships, the county.
create table board.day (
    county int not null,
    whole boolean not null,
    place_path text collate "C" not null check (place_path like '%.'),
    day date not null,
    came int not null,
    solved int not null,
    primary key (county, whole, place_path, day)
);

-- Itself: a grid, or a larger place for what was reported of it as a whole. Whole: from the grid to the county.
create table board.standing (
    county int not null,
    whole boolean not null,
    place_path text collate "C" not null check (place_path like '%.'),
    stage text not null,
    open int not null,
    soon int not null,
    overdue int not null,
    primary key (county, whole, place_path, stage)
);

-- Time alone makes a matter late: as of when a township, or what is the county's own, was counted, and when it is next.
create table board.standing_turn (
    county int not null,
    place_path text collate "C" not null check (place_path like '%.'),
    counted_at timestamptz not null,
    next_at timestamptz,
    primary key (county, place_path)
);

-- Each county is counted anew.
update board.fold set seen = null;
