-- Units, their history, posts, appointments. Class of all tables: COUNTY.
create schema org;

-- One row a county: changes whenever its tree changes, so that every node reads it anew.
create table org.tree (
    county int primary key,
    version uuid not null
);

create table org.unit (
    county int not null,
    id uuid not null,
    code text collate "C" not null,
    path text collate "C" not null,
    -- of a county: the city, which is kept under another county number; hence no foreign key
    above uuid,
    kind text not null,
    name text not null,
    initials text collate "C" not null,
    order_no int not null default 0,
    live boolean not null default true,
    next_child int not null default 1,
    valid_from date not null,
    act uuid,
    primary key (county, id),
    unique (county, code),
    unique (county, path),
    constraint unit_code_grammar check (code ~ '^([1-9][0-9]{1,17}|X[0-9A-Z]{1,23})$'),
    constraint unit_path_grammar check (path ~ '^[0-9][0-9.]*\.$' and length(path) <= 59),
    constraint unit_name_length check (length(name) between 1 and 80),
    constraint unit_child_ordinal check (next_child between 1 and 10000)
);

-- For counties, cities and provinces, which are listed across county numbers.
create index unit_high on org.unit (kind, path) where kind in ('PROVINCE', 'CITY', 'COUNTY');

-- How a unit was before a dated act changed it; today's version is org.unit itself.
create table org.unit_version (
    county int not null,
    id uuid not null,
    unit uuid not null,
    code text not null,
    path text collate "C" not null,
    above uuid,
    kind text not null,
    name text not null,
    valid_from date not null,
    -- the first day on which it no longer held
    valid_until date not null,
    act uuid not null,
    primary key (county, id),
    unique (county, unit, valid_from, id),
    foreign key (county, unit) references org.unit (county, id),
    constraint version_interval check (valid_from <= valid_until)
);

-- A dated act: previewed and approved by an administrator, applied on its day.
create table org.unit_act (
    county int not null,
    id uuid not null,
    kind text not null,
    -- the unit that is changed; of FOUND the unit under which the new one will stand
    unit uuid not null,
    -- MOVE: the new unit above; MERGE: the unit that remains; FOUND, SPLIT: the new unit once made
    target uuid,
    new_name text,
    new_kind text,
    new_code text,
    -- SPLIT: the units below that go to the new one
    children uuid[] not null default '{}',
    effective date not null,
    document text not null,
    state text not null,
    -- FAILED: word of the refusal on its day
    failure text,
    made_by uuid,
    made_by_name text not null,
    made_at timestamptz not null,
    applied_at timestamptz,
    primary key (county, id),
    foreign key (county, unit) references org.unit (county, id),
    constraint act_kind check (kind in ('FOUND', 'RENAME', 'MOVE', 'MERGE', 'SPLIT', 'CLOSE')),
    constraint act_state check (state in ('APPROVED', 'APPLIED', 'WITHDRAWN', 'FAILED')),
    constraint act_applied check ((state = 'APPLIED') = (applied_at is not null)),
    constraint act_document_length check (length(document) between 1 and 120)
);

create index unit_act_due on org.unit_act (effective) where state = 'APPROVED';
create index unit_act_of on org.unit_act (county, unit, effective);

create table org.post (
    county int not null,
    id uuid not null,
    unit uuid not null,
    title text not null,
    role text not null,
    -- protocol order (排序号): leaders are never sorted by the alphabet
    order_no int not null default 0,
    slot text,
    live boolean not null default true,
    primary key (county, id),
    foreign key (county, unit) references org.unit (county, id),
    constraint post_title_length check (length(title) between 1 and 60),
    constraint post_slot check (slot in ('HEAD', 'POLICE', 'FULL_TIME', 'PART_TIME',
        'PARTY_CONTACT', 'COUNTY_LEADER', 'TOWNSHIP_LEADER', 'FIRST_SECRETARY'))
);

create index post_of_unit on org.post (county, unit);
-- one head, one police officer, one full-time worker a grid (一格一长一警一专)
create unique index post_single_slot on org.post (county, unit, slot)
    where live and slot in ('HEAD', 'POLICE', 'FULL_TIME');

create table org.appointment (
    county int not null,
    id uuid not null,
    post uuid not null,
    -- null for somebody without an account, such as the police officer on a grid's sign
    person uuid,
    person_name text not null,
    first_day date not null,
    last_day date,
    document text,
    primary key (county, id),
    foreign key (county, post) references org.post (county, id),
    constraint appointment_term check (last_day is null or first_day <= last_day),
    constraint appointment_name_length check (length(person_name) between 1 and 60)
);

create index appointment_of_person on org.appointment (county, person) where person is not null;
create index appointment_of_post on org.appointment (county, post);

-- 包联单位: the unit that stands behind a village, with the leader who answers for it.
create table org.pairing (
    county int not null,
    id uuid not null,
    village uuid not null,
    unit uuid not null,
    leader text not null,
    first_day date not null,
    last_day date,
    primary key (county, id),
    foreign key (county, village) references org.unit (county, id),
    foreign key (county, unit) references org.unit (county, id),
    constraint pairing_term check (last_day is null or first_day <= last_day),
    constraint pairing_leader_length check (length(leader) <= 60)
);

create index pairing_of_village on org.pairing (county, village);
create index pairing_of_unit on org.pairing (county, unit);

-- What the sign of a grid tells the public (law: name, area, worker, phone, supervision phone).
create table org.grid_sign (
    county int not null,
    unit uuid not null,
    area text not null,
    phone text not null,
    supervision_phone text not null,
    primary key (county, unit),
    foreign key (county, unit) references org.unit (county, id),
    constraint sign_lengths check (length(area) <= 200 and length(phone) <= 30
        and length(supervision_phone) <= 30)
);

-- A file that waits to be imported or is being imported; its content goes when it is done.
create table org.import_file (
    county int not null,
    id uuid not null,
    name text not null,
    content bytea,
    state text not null,
    first_day date not null,
    rows int not null,
    done int not null default 0,
    made_by uuid not null,
    made_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (county, id),
    constraint import_state check (state in ('CHECKED', 'LOADING', 'LOADED', 'FAILED')),
    constraint import_name_length check (length(name) <= 200)
);
