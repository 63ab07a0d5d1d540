-- The clocks of a subject are asked for while they run, in clock_running: nothing read this one, and each clock wrote
-- it twice.
drop index promise.clock_of_subject;
