-- What left: since when the other system may have it, and the token that it gave in place of a number.
alter table exchange.handover
    add column sent_at timestamptz,
    add column their_token text not null default '' check (char_length(their_token) <= 200),
    drop constraint handover_state_check,
    drop constraint handover_due,
    add constraint handover_state_check check (state in ('WAITING', 'UNMAPPED', 'REFUSED', 'UNNUMBERED', 'SENT',
        'ASKED_BACK', 'ANSWERED', 'RETURNED', 'TAKEN_BACK', 'ENDED')),
    add constraint handover_due check ((next_at is not null)
        = (state in ('WAITING', 'UNNUMBERED', 'SENT', 'ASKED_BACK'))),
    add constraint handover_unnumbered check (state <> 'UNNUMBERED' or (their_token <> '' and sent_at is not null));
drop index exchange.handover_open;
create unique index handover_open on exchange.handover (county, matter_id)
    where state in ('WAITING', 'UNMAPPED', 'REFUSED', 'UNNUMBERED', 'SENT', 'ASKED_BACK');
