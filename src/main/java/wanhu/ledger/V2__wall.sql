-- The second wall (base.Wall): before it is chosen a project is for the county's offices alone, and its history is never
-- for others. Whom it concerns within the county are many (place, proposer, lead, helpers, public): it is seen in its
-- county, and by nobody who reads no matters ('' is no county).
alter table ledger.project enable row level security, force row level security;
create policy wall on ledger.project
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table ledger.milestone enable row level security, force row level security;
create policy wall on ledger.milestone
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table ledger.event enable row level security, force row level security;
create policy wall on ledger.event
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
