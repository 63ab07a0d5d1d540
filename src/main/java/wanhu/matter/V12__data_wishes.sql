-- What somebody wished for her own data (PIPL, articles 44 to 50), and until when it is answered.
create table matter.data_wish (
    county int not null,
    id uuid not null,
    requester_id uuid not null,
    at timestamptz not null,
    kind text not null check (kind in ('NAME', 'PHONE', 'WORDS', 'NEWS', 'PUBLISHING', 'FORGET', 'COMPLAINT')),
    words text not null default '' check (char_length(words) <= 2000),
    matter_id uuid,
    due_at timestamptz,
    primary key (county, id),
    foreign key (county, requester_id) references matter.requester (county, id),
    check ((kind = 'COMPLAINT') = (matter_id is not null and due_at is not null)),
    check (kind = 'WORDS' or words = '')
);
create index data_wish_of on matter.data_wish (county, requester_id, id);
