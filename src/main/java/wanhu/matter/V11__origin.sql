-- The request that took a step, as errors and lines of the log name it, and a sign of the address from which staff
-- took it; never that of a resident.
alter table matter.step
    add column request uuid,
    add column address bigint;
