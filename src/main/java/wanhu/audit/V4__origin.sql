-- From where an act came: a keyed digest, so that the address itself is not kept.
alter table audit.act add column address bigint;
create index act_of_address on audit.act (county, address, at desc, id desc) where address is not null;
