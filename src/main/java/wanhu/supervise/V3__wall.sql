-- The second wall (base.Wall): what units say to each other of a matter. Units below, above and beside take part, so it
-- is seen in its county, and by nobody who reads no matters ('' is no county).
alter table supervise.supervision enable row level security, force row level security;
create policy wall on supervise.supervision
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table supervise.event enable row level security, force row level security;
create policy wall on supervise.event
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table supervise.consultation enable row level security, force row level security;
create policy wall on supervise.consultation
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table supervise.opinion enable row level security, force row level security;
create policy wall on supervise.opinion
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table supervise.report enable row level security, force row level security;
create policy wall on supervise.report
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table supervise.request enable row level security, force row level security;
create policy wall on supervise.request
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else county = cast(
                nullif(replace(left(current_setting('wanhu.first', true), 9), '.', ''), '') as int)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
