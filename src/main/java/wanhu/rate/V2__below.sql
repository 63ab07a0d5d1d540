-- The sums of what lies below a unit stand beside its own, so that no page adds units up. A unit with all below it is
-- both together; so is the county, which had sums of its own under the zero id. Which tree those below were made with
-- stands beside them: with another one they are made anew from those of the units, as with none.
create table rate.shape (
    county int not null primary key,
    shape bigint not null
);

delete from rate.cell where unit_id = '00000000-0000-0000-0000-000000000000';
drop index rate.cell_of_unit;
alter table rate.cell drop constraint cell_pkey;
alter table rate.cell add column below boolean not null default false;
alter table rate.cell add primary key (county, unit_id, category, month, below, finding, excluded);
