-- A step logs its row from the first column that it changes to the last, and an entry for each index. So the version
-- stands behind what a matter is about: its words stay out of the log of later steps. The table is written once anew,
-- with the values that it has.
--
-- What a township holds has no village, and what nobody was given has neither handler nor dispatcher: such rows are
-- asked for in none of the three indexes.
drop index matter.matter_held_low;
drop index matter.matter_dispatched;
drop index matter.matter_handled;

alter table matter.matter rename column version to version_before;
alter table matter.matter add column version int not null generated always as (version_before) stored;
alter table matter.matter alter column version drop expression;
alter table matter.matter drop column version_before;

create index matter_held_low on matter.matter (county, holder_low, due_at, id) where open and holder_low is not null;
create index matter_dispatched on matter.matter (county, dispatcher_id, due_at, id)
    where open and dispatcher_id is not null;
create index matter_handled on matter.matter (county, handler_id, reported_at desc, id desc)
    where handler_id is not null;
