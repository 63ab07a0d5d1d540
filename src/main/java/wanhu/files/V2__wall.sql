-- The second wall (base.Wall), as far as a file can carry one: it knows its subject and no place, and who may see the
-- subject moves with the matter. So a file is seen in its county, and by nobody who reads no matters ('' is no county).
alter table files.file enable row level security, force row level security;
create policy wall on files.file
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
