-- The duty lists, one edition after the other; an edition is never changed. Class: COUNTY.
create schema duty;

create table duty.edition (
    county int not null,
    id uuid not null,
    name text not null,
    document text not null,
    valid_from date not null,
    sample boolean not null,
    items int not null,
    made_by uuid,
    made_by_name text not null,
    made_at timestamptz not null,
    primary key (county, id),
    unique (county, valid_from),
    constraint edition_lengths check (length(name) between 1 and 120 and length(document) <= 120),
    constraint edition_items check (items between 1 and 5000)
);

create table duty.item (
    county int not null,
    edition uuid not null,
    code text collate "C" not null,
    kind text not null,
    order_no int not null,
    text text not null,
    lead text not null,
    lead_unit uuid,
    upper_duty text not null,
    own_duty text not null,
    basis text not null,
    categories text[] not null,
    primary key (county, edition, code),
    foreign key (county, edition) references duty.edition (county, id),
    constraint item_kind check (kind in ('BASIC', 'COOPERATIVE', 'TAKEN_BACK')),
    constraint item_lead check (kind = 'BASIC' or length(lead) > 0),
    constraint item_basis check (length(basis) between 1 and 1000),
    constraint item_text check (length(text) between 1 and 500)
);
