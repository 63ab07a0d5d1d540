-- What a matter is found by, as numbers (CRC-32 of a term, less 2^31), apart from where it stands: a step rewrites the
-- row of its matter, and with it every index of that row; the words never change. Numbers are compared without a
-- collation. Numbers don't compress; new ones wait in the index's list until there are many to sort in at once.
create table matter.words (
    county int not null,
    matter_id uuid not null,
    keys int[] not null,
    primary key (county, matter_id),
    foreign key (county, matter_id) references matter.matter (county, id)
);
alter table matter.words alter column keys set storage external;

insert into matter.words (county, matter_id, keys)
select m.county, m.id, array(
    select cast(crc32(convert_to(t.term, 'UTF8')) - 2147483648 as int)
    from unnest(m.terms) as t (term))
from matter.matter m;

create index words_keys on matter.words using gin (keys) with (gin_pending_list_limit = 16384);
alter table matter.matter drop column terms;
