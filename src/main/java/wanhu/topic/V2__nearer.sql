-- Matters belong together from a smaller likeness on: all are placed anew at the next turn.
update topic.fold set xid = null;

-- 季节提醒: which season a county was reminded of. Class of all tables: COUNTY.
create table topic.reminded (
    county int not null,
    code text not null,
    first_day date not null,
    at timestamptz not null,
    primary key (county, code, first_day)
);
