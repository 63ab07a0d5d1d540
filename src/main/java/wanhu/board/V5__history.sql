-- What was reported and solved by month, of a place itself (villages with their grids, or a larger place for what was
-- reported of it as a whole), or, where "whole", of a township or the county with all below it. The name is the category
-- at the top of the tree for what was reported, the level of who solved it for what was solved, empty when nobody's.
-- All of it can be thrown away: it is counted again from the matters.
create table board.history (
    county int not null,
    whole boolean not null,
    place_path text collate "C" not null check (place_path like '%.'),
    month date not null check (extract(day from month) = 1),
    solved boolean not null,
    name text not null,
    n int not null,
    open int not null,
    primary key (county, whole, place_path, month, solved, name)
);

drop table board.reported;
drop table board.solved;

-- Each county is counted anew.
update board.fold set seen = null;
