create schema if not exists intake;

-- A file of reports: checked, then imported in small transactions; rows_done says where to go on after a stop.
create table intake.import (
    county int not null,
    id uuid not null,
    file_name text not null check (char_length(file_name) <= 200),
    source text not null check (char_length(source) between 1 and 100),
    place_id uuid,
    state text not null check (state in ('CHECKED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    rows_total int not null,
    rows_bad int not null,
    rows_done int not null default 0,
    rows_new int not null default 0,
    faults bytea not null,
    faults_first text not null,
    person uuid not null,
    post uuid not null,
    role text not null,
    unit uuid not null,
    path text collate "C" not null,
    actor_name text not null,
    actor_title text not null,
    made_at timestamptz not null,
    started_at timestamptz,
    touched_at timestamptz not null,
    ended_at timestamptz,
    primary key (county, id)
);
create index import_by_unit on intake.import (county, unit, made_at desc);
create index import_running on intake.import (touched_at) where state = 'RUNNING';

-- The file itself, in pieces, so that any copy of the program can go on with it; dropped at the end.
create table intake.import_piece (
    county int not null,
    import_id uuid not null,
    seq int not null,
    bytes bytea not null,
    primary key (county, import_id, seq),
    foreign key (county, import_id) references intake.import (county, id)
);
