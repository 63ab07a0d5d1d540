-- A name is found by its keyed digest, as a phone is; names from before are filled in by the program.
alter table matter.requester add column name_index text;

create index requester_name on matter.requester (county, name_index) where name_index is not null;
create index requester_name_missing on matter.requester (county, id)
where name_sealed is not null and name_index is null;
