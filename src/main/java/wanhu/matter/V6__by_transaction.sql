-- A block range index is blind to blocks that no vacuum has summarised yet: the seal then read the whole table.
drop index matter.step_by_xid;
create index step_by_xid on matter.step (xid);
