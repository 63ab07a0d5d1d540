package wanhu.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Sql;

/** How a change lies in the columns of org.unit_act. */
final class ActColumns {
    private ActColumns() {}

    static @Nullable UUID target(UnitChange change) {
        return switch (change) {
            case UnitChange.Move move -> move.to();
            case UnitChange.Merge merge -> merge.into();
            case UnitChange.Found _, UnitChange.Rename _, UnitChange.Split _, UnitChange.Close _ ->
                    null;
        };
    }

    static @Nullable String name(UnitChange change) {
        return switch (change) {
            case UnitChange.Found found -> found.name();
            case UnitChange.Rename rename -> rename.name();
            case UnitChange.Split split -> split.name();
            case UnitChange.Move _, UnitChange.Merge _, UnitChange.Close _ -> null;
        };
    }

    static @Nullable String kind(UnitChange change) {
        return switch (change) {
            case UnitChange.Found found -> found.kind().name();
            case UnitChange.Rename rename -> rename.kind().name();
            case UnitChange.Split _, UnitChange.Move _, UnitChange.Merge _, UnitChange.Close _ ->
                    null;
        };
    }

    static @Nullable String code(UnitChange change) {
        return switch (change) {
            case UnitChange.Found found -> found.code();
            case UnitChange.Split split -> split.code();
            case UnitChange.Rename _, UnitChange.Move _, UnitChange.Merge _, UnitChange.Close _ ->
                    null;
        };
    }

    static UUID[] children(UnitChange change) {
        return change instanceof UnitChange.Split split
                ? split.children().toArray(UUID[]::new)
                : new UUID[0];
    }

    static UnitChange change(ResultSet row) throws SQLException {
        var unit = Sql.uuid(row, "unit");
        return switch (row.getString("kind")) {
            case "FOUND" ->
                    new UnitChange.Found(
                            unit,
                            UnitKind.valueOf(row.getString("new_kind")),
                            row.getString("new_name"),
                            row.getString("new_code"));
            case "RENAME" ->
                    new UnitChange.Rename(
                            unit,
                            UnitKind.valueOf(row.getString("new_kind")),
                            row.getString("new_name"));
            case "MOVE" -> new UnitChange.Move(unit, Sql.uuid(row, "target"));
            case "MERGE" -> new UnitChange.Merge(unit, Sql.uuid(row, "target"));
            case "SPLIT" ->
                    new UnitChange.Split(
                            unit,
                            row.getString("new_name"),
                            row.getString("new_code"),
                            List.of((UUID[]) row.getArray("children").getArray()));
            case "CLOSE" -> new UnitChange.Close(unit);
            default ->
                    throw new IllegalStateException(
                            "Expected a sort of act but got " + row.getString("kind"));
        };
    }
}
