-- 不再发送: what waits can be taken back by the administrator.
alter table message.outbox drop constraint outbox_state_check;
alter table message.outbox add constraint outbox_state_check
    check (state in ('WAITING', 'SENT', 'DELIVERED', 'FAILED', 'HANDED_ON', 'DROPPED'));

-- What failed, for whoever watches the product.
create index outbox_failed on message.outbox (settled_at) where state = 'FAILED';
