-- With the columns by which open matters of a county are counted, level and township.
create index matter_held_county_wide on matter.matter (county, holder_county, due_at, id)
    include (warn_at, reported_at, supporters, holder_level, holder_middle) where open;
drop index matter.matter_held_county;
alter index matter.matter_held_county_wide rename to matter_held_county;
create index matter_problem on matter.matter (county, holder_county) include (redos, passes)
    where open and (redos > 0 or passes > 1);
-- A township's open matters by their place.
create index matter_place_open on matter.matter (county, place_middle, due_at) where open;
