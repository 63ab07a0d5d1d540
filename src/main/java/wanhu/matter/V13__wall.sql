-- The second wall (base.Wall): what a statement forgot to ask, the database asks. A row is seen by whom its place, its
-- holder now or before, or a part in it belongs to; what accuses a unit is hidden from it. Nobody said who looks: the
-- range is empty ('' after a transaction has ended), and nothing is seen. "case" keeps the planner from taking the wall
-- for a filter: it would multiply its share with that of the statement's own condition and leave the index of deadlines.
create index part_of_matter on matter.part (county, matter_id);

alter table matter.matter enable row level security, force row level security;
create policy wall on matter.matter
    using (
        case
            when complained_of is not null and starts_with(current_setting('wanhu.unit', true), complained_of)
                then false
            when place_path >= current_setting('wanhu.first', true)
                and place_path < current_setting('wanhu.beyond', true)
                then true
            when holder_path >= current_setting('wanhu.first', true)
                and holder_path < current_setting('wanhu.beyond', true)
                then true
            when handler_path >= current_setting('wanhu.first', true)
                and handler_path < current_setting('wanhu.beyond', true)
                then true
            when dispatcher_path >= current_setting('wanhu.first', true)
                and dispatcher_path < current_setting('wanhu.beyond', true)
                then true
            else exists (
                select
                from matter.part p
                where p.county = matter.county and p.matter_id = matter.id
                    and p.unit_path >= current_setting('wanhu.first', true)
                    and p.unit_path < current_setting('wanhu.beyond', true))
        end)
    with check (current_setting('wanhu.beyond', true) > '');

-- A part is read to know who sees its matter, so it cannot ask the matter: seen in its county.
alter table matter.part enable row level security, force row level security;
create policy wall on matter.part
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else left(unit_path, 9) = left(current_setting('wanhu.first', true), 9)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

-- Timeline and contacts are seen with their matter.
alter table matter.step enable row level security, force row level security;
create policy wall on matter.step
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (select from matter.matter m where m.county = step.county and m.id = step.matter_id)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table matter.requester enable row level security, force row level security;
create policy wall on matter.requester
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (select from matter.matter m where m.county = requester.county and m.id = requester.matter_id)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

-- A wall asks each row for columns that no index of counts holds: a number cost 2 to 50 times as much. So numbers, and
-- the ids of what is near its deadline, are read here, where no word of a resident stands; words are read behind the
-- wall. Where the program brings its own PostgreSQL the views belong to a role for which there is no wall.
create view matter.counted as
select county, id, kind, category, channel, urgent, place_path, place_middle, place_low, stage, open, unsolved,
    holder_id, holder_path, holder_level, holder_county, holder_middle, holder_low, handler_id, handler_path,
    handler_level, dispatcher_id, dispatcher_path, redos, passes, unhappy, supporters, result, reported_at, solved_at,
    changed_at, due_at, warn_at, complained_of
from matter.matter;
comment on view matter.counted is 'counted before the wall';

create view matter.counted_part as
select county, matter_id, unit_id, unit_path, due_at, warn_at, reported_at
from matter.part;
comment on view matter.counted_part is 'counted before the wall';

-- What she wished for her own data is seen with her.
alter table matter.data_wish enable row level security, force row level security;
create policy wall on matter.data_wish
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (
                select from matter.requester r where r.county = data_wish.county and r.id = data_wish.requester_id)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
