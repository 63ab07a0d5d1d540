-- 到期提醒: what the owner of an article was told of its days. Class of all tables: COUNTY.
create table knowledge.warned (
    county int not null,
    article_id uuid not null,
    what text not null check (what in ('REVIEW_SOON', 'REVIEW_DUE', 'EXPIRY_SOON', 'EXPIRED')),
    day date not null,
    at timestamptz not null,
    primary key (county, article_id, what, day),
    foreign key (county, article_id) references knowledge.article (county, id)
);
