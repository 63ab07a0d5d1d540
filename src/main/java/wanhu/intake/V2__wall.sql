-- The second wall (base.Wall): a file of reports, full of names and phones, is seen where it was handed in and above.
alter table intake.import enable row level security, force row level security;
create policy wall on intake.import
    using (path >= current_setting('wanhu.first', true) and path < current_setting('wanhu.beyond', true))
    with check (current_setting('wanhu.beyond', true) > '');

alter table intake.import_piece enable row level security, force row level security;
create policy wall on intake.import_piece
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (
                select from intake.import i where i.county = import_piece.county and i.id = import_piece.import_id)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
