package wanhu.breach;

/**
 * Who and what is concerned, as counted from the register and the record of acts.
 *
 * @param persons who told or joined a matter there before the end of the period
 * @param contacts of them, who have left name or phone that are still kept
 * @param matters of them
 * @param children of them, where data of a child under 14 are concerned
 * @param looks plain views of their data in the period
 * @param lookers posts that looked
 * @param files that left in the period from posts there
 * @param rows in those files
 */
record Counts(
        int persons,
        int contacts,
        int matters,
        int children,
        int looks,
        int lookers,
        int files,
        long rows) {}
