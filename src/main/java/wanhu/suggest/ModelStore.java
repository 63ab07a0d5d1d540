package wanhu.suggest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Sql;

/** The rows of what was learned. */
@Repository
class ModelStore {
    /** Versions whose form is kept beside the one in use, to go back to. */
    private static final int FORMS_KEPT = 3;

    private static final int VERSIONS_SHOWN_MAX = 10;
    private static final TypeReference<java.util.Map<String, Exam.Mark>> MARKS =
            new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    ModelStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The id of the version that suggests; empty before there is one. */
    Optional<UUID> used(int county, Subject subject) {
        return db.sql(
                        """
                        select id
                        from suggest.model
                        where county = :county and subject = :subject and used and form is not null
                        order by version desc
                        limit 1
                        """)
                .param("county", county)
                .param("subject", subject.name())
                .query((row, _) -> Sql.uuid(row, "id"))
                .optional();
    }

    /** A version with its machine. */
    record Kept(int version, Machine machine) {}

    Kept read(int county, UUID id) {
        return db.sql(
                        """
                        select version, form, digest
                        from suggest.model
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query((row, _) -> kept(row, id))
                .single();
    }

    private static Kept kept(ResultSet row, UUID id) throws SQLException {
        byte[] form = row.getBytes("form");
        if (!FormFile.digest(form).equals(row.getString("digest"))) {
            throw new IllegalStateException("Expected model " + id + " as it was learned");
        }
        return new Kept(row.getInt("version"), new Machine(FormFile.read(form)));
    }

    /** The latest versions, the last first. */
    List<Model> list(int county, Subject subject) {
        return db.sql(
                        """
                        select county, id, subject, version, method, learned_at, millis, matters, corrected,
                            reported_first, reported_last, asked, firsts, seconds, keywords_f1, used, marks
                        from suggest.model
                        where county = :county and subject = :subject
                        order by version desc
                        limit :limit
                        """)
                .param("county", county)
                .param("subject", subject.name())
                .param("limit", VERSIONS_SHOWN_MAX)
                .query(this::model)
                .list();
    }

    private Model model(ResultSet row, int number) throws SQLException {
        var marks = json.readValue(row.getString("marks"), MARKS);
        var exam =
                new Exam(row.getInt("asked"), row.getInt("firsts"), row.getInt("seconds"), marks);
        return new Model(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Subject.valueOf(row.getString("subject")),
                row.getInt("version"),
                row.getString("method"),
                Sql.instant(row, "learned_at"),
                row.getInt("millis"),
                new Model.Source(
                        row.getInt("matters"),
                        row.getInt("corrected"),
                        Sql.instant(row, "reported_first"),
                        Sql.instant(row, "reported_last")),
                exam,
                row.getFloat("keywords_f1"),
                row.getBoolean("used"));
    }

    void insert(Model model, byte[] form) {
        db.sql(
                        """
                        insert into suggest.model (county, id, subject, version, method, learned_at, millis, matters,
                            corrected, reported_first, reported_last, asked, firsts, seconds, macro_f1, keywords_f1,
                            used, marks, digest, form)
                        values (:county, :id, :subject, :version, :method, :learned, :millis, :matters,
                            :corrected, :first, :last, :asked, :firsts, :seconds, :f1, :keywords,
                            :used, cast(:marks as jsonb), :digest, :form)
                        """)
                .param("county", model.county())
                .param("id", model.id())
                .param("subject", model.subject().name())
                .param("version", model.version())
                .param("method", model.method())
                .param("learned", Sql.at(model.learned()))
                .param("millis", model.millis())
                .param("matters", model.source().matters())
                .param("corrected", model.source().corrected())
                .param("first", Sql.at(model.source().first()))
                .param("last", Sql.at(model.source().last()))
                .param("asked", model.exam().asked())
                .param("firsts", model.exam().right())
                .param("seconds", model.exam().within())
                .param("f1", model.exam().macroF1())
                .param("keywords", model.keywordsF1())
                .param("used", model.used())
                .param("marks", json.writeValueAsString(model.exam().labels()))
                .param("digest", FormFile.digest(form))
                .param("form", form)
                .update();
        forgetForms(model);
    }

    private void forgetForms(Model model) {
        db.sql(
                        """
                        update suggest.model
                        set form = null
                        where county = :county and subject = :subject and version <= :old and form is not null
                        """)
                .param("county", model.county())
                .param("subject", model.subject().name())
                .param("old", model.version() - FORMS_KEPT)
                .update();
    }

    /** The number of the version that comes next. */
    int next(int county, Subject subject) {
        return db.sql(
                        """
                        select coalesce(max(version), 0) + 1
                        from suggest.model
                        where county = :county and subject = :subject
                        """)
                .param("county", county)
                .param("subject", subject.name())
                .query(Integer.class)
                .single();
    }
}
