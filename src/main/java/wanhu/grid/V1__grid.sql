-- What the sign of a grid tells the public. Class of all tables: COUNTY.
create schema grid;

create table grid.sign (
    county int not null,
    unit uuid not null,
    area text not null,
    phone text not null,
    supervision_phone text not null,
    changed date not null,
    primary key (county, unit),
    constraint sign_lengths check (char_length(area) between 1 and 200
        and char_length(phone) between 3 and 30 and char_length(supervision_phone) between 3 and 30)
);
