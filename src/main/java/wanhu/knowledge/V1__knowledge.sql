-- 知识库: articles of units, their versions, what readers say of them, and the matters that cite them.
-- Class of all tables: COUNTY.
create schema if not exists knowledge;

-- The row says what is shown now; the versions below say how it came about.
create table knowledge.article (
    county int not null,
    id uuid not null,
    owner_unit uuid not null,
    owner_path text collate "C" not null check (owner_path like '%.'),
    state text not null check (state in ('NEW', 'LIVE', 'WITHDRAWN')),
    live int,
    title text not null check (char_length(title) between 1 and 100),
    audience text not null check (audience in ('PUBLIC', 'STAFF')),
    categories text[] not null,
    review_on date not null,
    expires_on date,
    pending text check (pending in ('DRAFT', 'REVIEW')),
    cited int not null default 0 check (cited >= 0),
    helped int not null default 0 check (helped >= 0),
    unhelped int not null default 0 check (unhelped >= 0),
    wishes int not null default 0 check (wishes >= 0),
    changed_at timestamptz not null,
    primary key (county, id),
    check ((state = 'LIVE') = (live is not null))
);
create index article_by_change on knowledge.article (county, changed_at desc, id);
create index article_of_unit on knowledge.article (county, owner_unit, review_on);

create table knowledge.version (
    county int not null,
    article_id uuid not null,
    version int not null check (version >= 1),
    edit int not null check (edit >= 1),
    state text not null check (state in ('DRAFT', 'REVIEW', 'LIVE', 'OLD')),
    title text not null check (char_length(title) between 1 and 100),
    body text not null check (char_length(body) between 1 and 5000),
    basis text not null check (char_length(basis) <= 300),
    audience text not null check (audience in ('PUBLIC', 'STAFF')),
    categories text[] not null check (cardinality(categories) <= 5),
    review_on date not null,
    expires_on date,
    written_by uuid not null,
    written_name text not null,
    written_at timestamptz not null,
    reviewed_by uuid,
    reviewed_name text not null default '',
    reviewed_at timestamptz,
    remark text not null default '' check (char_length(remark) <= 500),
    primary key (county, article_id, version),
    foreign key (county, article_id) references knowledge.article (county, id),
    check (state not in ('LIVE', 'OLD') or reviewed_by is not null),
    check (reviewed_by is null or reviewed_by <> written_by),
    check (expires_on is null or review_on <= expires_on)
);
create unique index version_pending on knowledge.version (county, article_id) where state in ('DRAFT', 'REVIEW');
create unique index version_live on knowledge.version (county, article_id) where state = 'LIVE';

-- What a shown article is found by: numbers of pairs of signs, as those of matters, with their weight.
create table knowledge.word (
    county int not null,
    key int not null,
    article_id uuid not null,
    weight smallint not null,
    primary key (county, key, article_id)
);
create index word_of_article on knowledge.word (county, article_id);

-- What a reader says is missing or wrong. Nothing tells who.
create table knowledge.wish (
    county int not null,
    id uuid not null,
    article_id uuid not null,
    version int not null,
    text text not null check (char_length(text) between 1 and 500),
    at timestamptz not null,
    done_at timestamptz,
    done_name text not null default '',
    answer text not null default '' check (char_length(answer) <= 500),
    primary key (county, id),
    foreign key (county, article_id) references knowledge.article (county, id),
    check ((done_at is null) = (answer = ''))
);
create index wish_of_article on knowledge.wish (county, article_id, at desc);

-- A matter cites a version of an article, once.
create table knowledge.citation (
    county int not null,
    article_id uuid not null,
    matter_id uuid not null,
    version int not null,
    by_name text not null,
    at timestamptz not null,
    primary key (county, article_id, matter_id),
    foreign key (county, article_id, version) references knowledge.version (county, article_id, version)
);
create index citation_of_matter on knowledge.citation (county, matter_id, at desc);

-- The second wall (base.Wall): what is or was shown is read by the whole county, what is being written by its unit and those
-- above it.
alter table knowledge.article enable row level security, force row level security;
create policy wall on knowledge.article
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            when state <> 'NEW' then left(owner_path, 9) = left(current_setting('wanhu.first', true), 9)
            else owner_path >= current_setting('wanhu.first', true)
                and owner_path < current_setting('wanhu.beyond', true)
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table knowledge.version enable row level security, force row level security;
create policy wall on knowledge.version
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (
                select from knowledge.article a
                where a.county = version.county and a.id = version.article_id
                    and (version.state in ('LIVE', 'OLD')
                        or (a.owner_path >= current_setting('wanhu.first', true)
                            and a.owner_path < current_setting('wanhu.beyond', true))))
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table knowledge.wish enable row level security, force row level security;
create policy wall on knowledge.wish
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (
                select from knowledge.article a
                where a.county = wish.county and a.id = wish.article_id
                    and a.owner_path >= current_setting('wanhu.first', true)
                    and a.owner_path < current_setting('wanhu.beyond', true))
        end)
    with check (current_setting('wanhu.beyond', true) > '');

alter table knowledge.citation enable row level security, force row level security;
create policy wall on knowledge.citation
    using (
        case
            when current_setting('wanhu.beyond', true) = ':' then true
            else exists (
                select from knowledge.article a where a.county = citation.county and a.id = citation.article_id)
        end)
    with check (current_setting('wanhu.beyond', true) > '');
