-- A step carries the command that it carried out, so that a command needs no row of its own: the same command twice in
-- a county is refused here. matter.command keeps those of reports and joins, and of all steps from before this column.
alter table matter.step add column command uuid;

create unique index step_command on matter.step (county, command) where command is not null;
