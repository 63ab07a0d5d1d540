-- A single Chinese character is looked for in titles: each one of a title is a key of its own.
update matter.words w
set keys = w.keys || signs.keys
from (
    select m.county, m.id,
        array_agg(distinct cast(crc32(convert_to(c.sign, 'UTF8')) - 2147483648 as int)) as keys
    from matter.matter m
    cross join lateral string_to_table(m.title, null) as c (sign)
    where c.sign ~ '[㐀-䶿一-鿿豈-﫿𠀀-𲎯]'
    group by m.county, m.id) as signs
where w.county = signs.county and w.matter_id = signs.id;
