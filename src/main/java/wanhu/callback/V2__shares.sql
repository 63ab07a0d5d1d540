-- 分类别回访比例: shares of follow-up calls by category, by dated versions. Class of all tables: COUNTY.

-- A version never changes: what was drawn keeps the share of its day. Without a share the group's rule holds again.
create table callback.share (
    county int not null,
    id uuid not null,
    category text collate "C" not null,
    valid_from date not null,
    percent smallint check (percent between 5 and 100),
    source text not null check (char_length(source) between 1 and 120),
    made_at timestamptz not null,
    made_by uuid not null,
    primary key (county, id)
);
create index share_in_force on callback.share (county, category, valid_from desc, id desc);
