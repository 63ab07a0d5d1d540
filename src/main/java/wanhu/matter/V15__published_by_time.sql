-- Programs ask for what was published by when it was told: a few thousand rows among all of a county.
create index matter_published_told on matter.matter (county, reported_at desc, id desc) where published;
