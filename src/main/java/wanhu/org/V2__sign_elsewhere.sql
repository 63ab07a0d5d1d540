-- The signs of grids have a room of their own; this table was never written.
drop table org.grid_sign;
