-- Where the one who looked stood in the tree, so that an auditor reads the log of her own subtree.
alter table vault.view add column path text collate "C";
