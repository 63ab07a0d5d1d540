-- 到期鉴定销毁: what goes of letters whose time of keeping is over, after two persons have agreed. Number, title and day
-- of a letter stay for good as the register of what was destroyed; minutes stay whole.
create table letter.disposal (
    county int not null,
    id uuid not null,
    unit uuid not null,
    issued_before date not null,
    term text not null,
    source text not null,
    reason text not null check (char_length(reason) between 2 and 500),
    asked_by uuid not null,
    asked_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    granted boolean,
    letters int not null default 0 check (letters >= 0),
    primary key (county, id),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (granted is null)),
    check (decided_by <> asked_by)
);
create unique index disposal_pending on letter.disposal (county, unit) where decided_by is null;

alter table letter.letter add column disposal_id uuid;
alter table letter.letter drop constraint letter_body_check;
alter table letter.letter
    add constraint letter_body_check check (char_length(body) <= 30000 and (body <> '' or disposal_id is not null));

-- A letter changes in one way alone: what it says goes, by a disposal that was granted and covers it.
create function letter.refuse_but_disposal() returns trigger
    language plpgsql as $$
begin
    if old.disposal_id is null
        and new.addressee || new.body || new.contact || new.copies || new.present = ''
        and to_jsonb(new) - array['addressee', 'body', 'contact', 'copies', 'present', 'disposal_id']
            = to_jsonb(old) - array['addressee', 'body', 'contact', 'copies', 'present', 'disposal_id']
        and exists (
            select
            from letter.disposal d
            where d.county = new.county and d.id = new.disposal_id and d.unit = new.unit and d.granted
                and new.issued_on < d.issued_before and new.kind <> 'MINUTES')
    then
        return new;
    end if;
    raise exception 'letter.letter is append-only';
end
$$;

drop trigger letter_append_only on letter.letter;
create trigger letter_append_only
    before delete or truncate on letter.letter
    for each statement execute function letter.refuse_change();
create trigger letter_but_disposal
    before update on letter.letter
    for each row execute function letter.refuse_but_disposal();

-- A decision is never taken back, and no line of proof goes.
create trigger disposal_stays
    before delete or truncate on letter.disposal
    for each statement execute function letter.refuse_change();
create trigger disposal_decided
    before update on letter.disposal
    for each row when (old.decided_by is not null) execute function letter.refuse_change();
