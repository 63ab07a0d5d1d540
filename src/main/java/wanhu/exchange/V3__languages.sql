-- What a partner speaks: our own API, or Open311 GeoReport v2.
alter table exchange.partner
    add column language text not null default 'WANHU' check (language in ('WANHU', 'GEOREPORT'));
