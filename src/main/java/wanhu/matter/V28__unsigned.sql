-- The rows whose signs are to be written: none, but after a new release and after a move. Made beside the work of
-- others (decision 30).
set lock_timeout = 0;
drop index concurrently if exists matter.words_unsigned;
create index concurrently words_unsigned on matter.words (county) where reported_at is null;
set lock_timeout = '1500ms';
