-- Which versions of the privacy notice were in force here, and from which day (PIPL, article 17); null: from the
-- beginning, which older installations did not write down. The texts are words of the product.
create table vault.notice (
    number smallint primary key check (number > 0),
    held_from date
);
insert into vault.notice (number, held_from)
select 1, (min(made_at) at time zone 'Asia/Shanghai')::date
from vault.key_check
having count(*) > 0;

-- For which purpose of the register somebody looked; null before there was a choice.
alter table vault.view add column used_for text check (length(used_for) between 2 and 40);
