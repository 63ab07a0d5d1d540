-- Which version of the privacy notice somebody was shown (null: none by us), whether the data of a child under 14 are
-- concerned, and whether name and phone are those of a guardian who agreed (PIPL, articles 17 and 31). Without a
-- guardian there is no name and no phone; no day of birth is kept.
alter table matter.requester
    add column notice smallint check (notice > 0),
    add column child boolean not null default false,
    add column guardian boolean not null default false,
    add constraint requester_guardian check (child or not guardian),
    add constraint requester_child check (not child or guardian or (name_sealed is null and phone_sealed is null));
