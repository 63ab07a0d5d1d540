-- Links to calendars. Class of all tables: COUNTY. Of a link only a keyed digest is kept.
create schema if not exists feed;

create table feed.link (
    county int not null,
    id uuid not null,
    digest text not null,
    post_id uuid not null,
    person_id uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (county, id)
);
create unique index link_digest on feed.link (county, digest);
create unique index link_of_post on feed.link (county, person_id, post_id) where ended_at is null;
