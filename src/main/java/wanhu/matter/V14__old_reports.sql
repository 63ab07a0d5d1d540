-- Reports of wrongdoing from before it was kept whom they complain of, until they are hidden from it (OldReports).
create index matter_old_report on matter.matter (county, id)
    where kind = 'REPORT' and complained_of is null and length(place_path) > 9;
