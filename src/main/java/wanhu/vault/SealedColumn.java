package wanhu.vault;

/**
 * Where a room keeps sealed values, so that they can be sealed anew under a new key. A room names
 * each as a bean.
 *
 * @param field under which the values are sealed, as {@link Vault#seal} was told
 * @param table with its schema; its rows belong to counties when it has a column {@code county}
 * @param key the column with the id by which a value is sealed
 * @param column the column of the sealed values
 * @param counties whether there is a column {@code county}
 */
public record SealedColumn(
        String field, String table, String key, String column, boolean counties) {
    /** A column of a table whose rows belong to counties and have an {@code id}. */
    public static SealedColumn of(String field, String table, String column) {
        return new SealedColumn(field, table, "id", column, true);
    }

    /** The columns that say which row it is, in their order. */
    String place() {
        return counties ? "county, " + key : key;
    }
}
