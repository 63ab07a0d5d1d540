-- The unit by whose work the words of a matter are found: its handler, when that is none of the units of its place
-- (matter.OwnWork). Written with the sign among the words; another handler than this has none yet (matter.SignTick).
alter table matter.matter add column words_unit uuid;

create or replace view matter.counted as
select county, id, kind, category, channel, urgent, place_path, place_middle, place_low, stage, open, unsolved,
    holder_id, holder_path, holder_level, holder_county, holder_middle, holder_low, handler_id, handler_path,
    handler_level, dispatcher_id, dispatcher_path, redos, passes, unhappy, supporters, result, reported_at, solved_at,
    changed_at, due_at, warn_at, complained_of, words_unit
from matter.matter;
