package wanhu.people;

/** Rows of every sort, for {@link ForeignIds}. */
final class ForeignRows {
    private ForeignRows() {}

    static final String TOKEN =
            """
            insert into token.token (county, id, digest, name, post_id, person_id, unit_id, holder_name, reach, made_at, until_at)
            values (:county, :id, 'digest of ' || :id, :song, :post, :person, :unit, :song, 'matters:read', now(), now() + interval '1 day')
            """;
    static final String ACT =
            """
            insert into org.unit_act (county, id, kind, unit, new_name, new_kind, effective, document, state,
                made_by, made_by_name, made_at)
            values (:county, :id, 'RENAME', :unit, :song, 'VILLAGE', '2027-01-01', :song, 'APPROVED', :person, :song, now())
            """;
    static final String ORG_FILE =
            """
            insert into org.import_file (county, id, name, content, state, first_day, rows, made_by, made_at, seen_at)
            values (:county, :id, :song, null, 'CHECKED', '2026-01-01', 1, :person, now(), now())
            """;
    static final String FILE =
            """
            insert into intake.import (county, id, file_name, source, state, rows_total, rows_bad, faults,
                faults_first, person, post, role, unit, path, actor_name, actor_title, made_at, touched_at)
            values (:county, :id, :song, :song, 'CANCELLED', 1, 0, '', '', :person, :post, 'VILLAGE_CLERK', :unit,
                :path, :song, :song, now(), now())
            """;
    static final String PROMPT =
            """
            insert into round.prompt (county, id, kind, name_zh, name_en, body, to_unit, period, round_id, made_at)
            values (:county, :id, 'weekly', :song, :song, :unit, :unit, '2026', :id, now())
            """;

    static final String ORDER =
            """
            insert into supervise.supervision (county, id, number, version, matter_id, matter_number, rank, listed, ground,
                demand, issuer_unit, issuer_name, to_unit, issued_at, due_on, state)
            values (:county, :id, :song, 1, :id, :song, 'TOWNSHIP', false, 'OVERDUE', :song, :person, :song, :unit, now(),
                '2027-01-01', 'OPEN')
            """;
    static final String ASKED =
            """
            insert into export.asked (county, id, list, filters, told, rows, asked_by, asked_post, asked_unit, asked_name,
                reason, asked_at, lapses_at)
            values (:county, :id, 'matters', :song, :song, 5000, :person, :post, :unit, :song, :song, now(), '2099-01-01')
            """;
    static final String HANDOVER =
            """
            with partner as (
                insert into exchange.partner (county, id, name, address, token_sealed, active, mapping, rest_until,
                    changed_at, changed_by)
                values (:county, :id, :song || :id, 'http://127.0.0.1:1/api/v1', '', false, 1, now(), now(), :song)
            ), mapping as (
                insert into exchange.mapping (county, partner_id, version, entries, made_at, made_by)
                values (:county, :id, 1, '', now(), :song)
            )
            insert into exchange.handover (county, id, partner_id, matter_id, number, unit_id, by_name, reason, state,
                made_at, changed_at)
            values (:county, :id, :id, :id, :song, :unit, :song, :song, 'REFUSED', now(), now())
            """;
    static final String JOB =
            """
            insert into export.job (county, id, list, filters, told, format, gzip, language, reason, person_id, post_id,
                name, state, made_at, ended_at, until_at)
            values (:county, :id, 'matters', 'lens=AREA', :song, 'CSV', true, 'zh', :song, :person, :post, :song, 'DONE',
                now(), now(), '2099-01-01')
            """;
    static final String FOUND =
            """
            insert into supervise.prompt (county, id, matter_id, matter_number, rule, turn, figure, threshold, rank,
                to_unit, against_unit, made_at)
            values (:county, :id, :id, :song, 'REDONE', :song, 3, 3, 'TOWNSHIP', :unit, :unit, now())
            """;

    static final String CONSULTATION =
            """
            insert into supervise.consultation (county, id, number, matter_id, matter_number, convener_unit,
                convener_name, called_at, meets_at, place, question, state)
            values (:county, :id, :song, :id, :song, :unit, :song, now(), now(), :song, :song, 'CALLED')
            """;
    static final String OWED =
            """
            insert into supervise.report (county, id, matter_id, matter_number, turn, unit_id, first_unit, owed_at, due_at)
            values (:county, :id, :id, :song, 1, :unit, :unit, now(), now())
            """;

    static final String DELIVERY =
            """
            insert into message.outbox (county, id, channel, audience, event, language, number, matter_number, href,
                unit_id, urgent, digest, state, made_at)
            values (:county, :id, 'WECOM', 'STAFF', 'REDO', 'zh', :song, :song, '/', :unit, false, false, 'FAILED', now())
            """;

    static final String HOOK =
            """
            insert into hook.hook (county, id, token_id, person_id, address, events, secret_sealed, made_at)
            values (:county, :id, :id, :person, 'https://example.com/' || :id, 'MOVED', :song, now())
            """;
    static final String CALL =
            """
            insert into hook.delivery (county, id, hook_id, event, news_id, matter_id, number, version, step, stage, at,
                state, next_at, made_at)
            values (:county, :id, :id, 'MOVED', :id, :id, :song, 1, 'Sign', 'IN_PROGRESS', now(), 'TAKEN', null, now())
            """;
    static final String ARTICLE =
            """
            with made as (
                insert into knowledge.article (county, id, owner_unit, owner_path, state, title, audience, categories,
                    review_on, pending, changed_at)
                values (:county, :id, :unit, :path, 'NEW', :song, 'STAFF', '{}', '2099-01-01', 'DRAFT', now()))
            insert into knowledge.version (county, article_id, version, edit, state, title, body, basis, audience,
                categories, review_on, written_by, written_name, written_at)
            values (:county, :id, 1, 1, 'DRAFT', :song, :song, '', 'STAFF', '{}', '2099-01-01', :person, :song, now())
            """;

    static final String CALLBACK =
            """
            insert into callback.call (county, id, matter_id, matter_number, kind, turn, lot, percent, drawn, month,
                category, place_path, handler_unit, handler_path, due_at, state, made_at)
            values (:county, :id, :id, :song, 'FOLLOW_UP', 0, 'VILLAGE', 100, true, '2026-08-01',
                'farm', :path, :person, :path, now(), 'OPEN', now())
            """;

    static final String INCIDENT =
            """
            with incident as (
                insert into breach.incident
                values (:county, :id, :id, :song, 'LOST', true, now(), now(), now(), 'MATTER_TEXT', :path, :song, :song,
                    :song, :song, now(), :song, now()))
            insert into breach.version
            values (:county, :id, 1, now(), :song, 0, 0, 0, 0, 0, 0, 0, 0, :song, :song)
            """;
}
