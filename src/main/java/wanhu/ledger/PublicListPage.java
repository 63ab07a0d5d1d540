package wanhu.ledger;

/** The public list of a county. */
record PublicListPage(int county, String name, ListPage list) {}
