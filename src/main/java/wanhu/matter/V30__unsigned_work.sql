-- What has no sign of its unit yet: none, but after a new release or a merger. Made beside the work of others
-- (decision 30).
set lock_timeout = 0;
drop index concurrently if exists matter.matter_unsigned;
create index concurrently matter_unsigned on matter.matter (county, handler_id, reported_at desc, id desc)
    where handler_id is not null and handler_id is distinct from words_unit
        and left(place_path, length(handler_path)) <> handler_path;
set lock_timeout = '1500ms';
