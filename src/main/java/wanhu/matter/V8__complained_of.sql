-- A report of wrongdoing does not exist for the unit complained of and all below it: place of that unit.
alter table matter.matter
    add column complained_of text collate "C"
    check (complained_of like '%.' and length(complained_of) > 9);

create index matter_complained_of on matter.matter (county, complained_of, id) where complained_of is not null;
