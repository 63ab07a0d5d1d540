-- What is soon or late in a whole county is found, counted and sorted in these indexes alone, however few or many of
-- its open matters it is: they hold each column that such a list sorts by.
create index matter_held_county_near on matter.matter (county, holder_county, due_at, id)
    include (warn_at, reported_at, supporters) where open;
drop index matter.matter_held_county;
alter index matter.matter_held_county_near rename to matter_held_county;
create index matter_warned on matter.matter (county, holder_county, warn_at)
    include (due_at, reported_at, supporters, id) where open;
