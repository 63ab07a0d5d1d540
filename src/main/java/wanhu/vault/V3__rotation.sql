-- When a key was made, and when all older values had been sealed anew with it. The first key finds nothing older.
alter table vault.key_check
    add column made_at timestamptz,
    add column resealed_at timestamptz;

update vault.key_check set resealed_at = now() where id = 'k1';
