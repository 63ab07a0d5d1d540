-- What ended here while they have it, and can't be asked back: a person tells them. What needs somebody is looked at
-- again, for its matter may have ended meanwhile.
alter table exchange.handover
    drop constraint handover_state_check,
    drop constraint handover_due,
    add constraint handover_state_check check (state in ('WAITING', 'UNMAPPED', 'REFUSED', 'UNNUMBERED', 'SENT',
        'ASKED_BACK', 'UNTOLD', 'ANSWERED', 'RETURNED', 'TAKEN_BACK', 'ENDED')),
    add constraint handover_due check (case
        when state in ('WAITING', 'UNNUMBERED', 'SENT', 'ASKED_BACK') then next_at is not null
        when state in ('UNMAPPED', 'REFUSED', 'UNTOLD') then true
        else next_at is null end),
    add constraint handover_told check (state <> 'UNTOLD' or back_reason <> '');
update exchange.handover
set next_at = changed_at
where state in ('UNMAPPED', 'REFUSED') and next_at is null;
drop index exchange.handover_open;
create unique index handover_open on exchange.handover (county, matter_id)
    where state in ('WAITING', 'UNMAPPED', 'REFUSED', 'UNNUMBERED', 'SENT', 'ASKED_BACK', 'UNTOLD');
