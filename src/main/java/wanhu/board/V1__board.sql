create schema if not exists board;

-- Counts of matters by place and month. All of it can be thrown away: it is counted again from the matters.
create table board.reported (
    county int not null,
    month date not null check (extract(day from month) = 1),
    place_path text collate "C" not null check (place_path like '%.'),
    category text not null,
    reported int not null check (reported > 0),
    open int not null check (open between 0 and reported),
    primary key (county, month, place_path, category)
);

create table board.solved (
    county int not null,
    month date not null check (extract(day from month) = 1),
    place_path text collate "C" not null check (place_path like '%.'),
    level text not null,
    solved int not null check (solved > 0),
    primary key (county, month, place_path, level)
);

-- How far a county has been counted: what was written by transactions before this one is in; null to count all anew.
create table board.fold (
    county int not null primary key,
    seen bigint,
    folded_at timestamptz not null
);
