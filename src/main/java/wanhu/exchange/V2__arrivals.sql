-- What comes from a partner is told by its token, and its codes are translated by the partner's table.
alter table exchange.partner
    add column caller uuid;
create unique index partner_calling on exchange.partner (county, caller) where caller is not null;

-- Codes that had no row when it came, as left sides of lines; empty when there were none or the table has them now.
alter table exchange.origin
    add column partner_id uuid,
    add column missing text not null default '' check (char_length(missing) <= 400);
create unique index origin_of_partner on exchange.origin (county, partner_id, origin) where partner_id is not null;
create index origin_missing on exchange.origin (county, partner_id) where missing <> '';

-- What was asked back, and why; and the reason of theirs as one of ours.
alter table exchange.handover
    add column back_reason text not null default '' check (char_length(back_reason) <= 500),
    add column their_reason text not null default '' check (char_length(their_reason) <= 60),
    drop constraint handover_state_check,
    drop constraint handover_due,
    add constraint handover_state_check check (state in ('WAITING', 'UNMAPPED', 'REFUSED', 'SENT', 'ASKED_BACK',
        'ANSWERED', 'RETURNED', 'TAKEN_BACK', 'ENDED')),
    add constraint handover_due check ((next_at is not null) = (state in ('WAITING', 'SENT', 'ASKED_BACK'))),
    add constraint handover_asked check (state not in ('ASKED_BACK', 'TAKEN_BACK') or back_reason <> '');
drop index exchange.handover_open;
create unique index handover_open on exchange.handover (county, matter_id)
    where state in ('WAITING', 'UNMAPPED', 'REFUSED', 'SENT', 'ASKED_BACK');
