-- Few matters have more than one requester: those first, in this index; then the others, by the primary key.
create index matter_supported on matter.matter (county, supporters desc, id desc) where supporters > 1;
