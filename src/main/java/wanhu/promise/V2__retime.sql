-- A matter that is sorted anew may have another time to finish: the ledger keeps the term that held until then.
alter table promise.entry drop constraint entry_kind_check;
alter table promise.entry add constraint entry_kind check (kind in ('PAUSE', 'EXTEND', 'RETIME'));
