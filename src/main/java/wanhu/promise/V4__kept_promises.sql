-- Rates read the promises to sign and to speak with a resident, those that are over too, by their matters: without an
-- index each turn of ten seconds read all clocks that ever were. Made beside the work of others (decision 30).
set lock_timeout = 0;
drop index concurrently if exists promise.clock_kept;
create index concurrently clock_kept on promise.clock (county, subject_id) where kind in ('SIGN', 'CONTACT');
set lock_timeout = '1500ms';
