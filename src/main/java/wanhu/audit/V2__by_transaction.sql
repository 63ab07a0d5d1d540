-- A block range index is blind to blocks that no vacuum has summarised yet: the seal then read the whole table.
drop index audit.act_by_xid;
create index act_by_xid on audit.act (xid);
