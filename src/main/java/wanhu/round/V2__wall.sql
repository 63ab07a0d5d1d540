-- The second wall (base.Wall): an item of a meeting copies title and place of its matter, and stays on its list when the matter moves
-- on; a department that was given the matter reads it too. So items are seen in their county, and by nobody who reads
-- no matters ('' is no county).
alter table round.item enable row level security, force row level security;
create policy wall on round.item
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

-- Minutes tell of matters in words.
alter table round.round enable row level security, force row level security;
create policy wall on round.round
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
