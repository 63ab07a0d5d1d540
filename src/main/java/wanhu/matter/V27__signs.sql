-- When a matter was reported, beside its words, so that the latest that say something are found without reading all of
-- them. Null: written by a release from before, or its place was moved; then its signs are (again) to be written
-- (matter.SignTick).
alter table matter.words add column reported_at timestamptz;
