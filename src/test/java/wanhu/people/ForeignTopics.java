package wanhu.people;

/** Rows of rates, topics, letters and bulletins with an id. */
final class ForeignTopics {
    static final String TOPIC =
            """
            with pin as (
                insert into topic.pin (county, matter_id, topic_id, parent_id, by_person)
                values (:county, :id, :id, :id, true))
            insert into topic.topic (county, id, version, name, dismissed)
            values (:county, :id, 1, :song, false)
            """;

    static final String MONTHLY =
            """
            insert into topic.monthly (county, id, version, month, title, category, issuer_unit, owner_unit, cause,
                plan, target, before_n, days, begun_at)
            values (:county, :id, 1, '2026-08-01', :song, 'other', :unit, :unit, :song, :song, :song, 0, 30, now())
            """;

    static final String EXCLUSION =
            """
            insert into rate.exclusion (county, id, version, matter_id, matter_number, unit_id, ground, reason,
                asked_person, asked_name, asked_at, state)
            values (:county, :id, 1, :id, :song, :unit, 'NOT_FOUND', :song, :person, :song, now(), 'ASKED')
            """;

    static final String LETTER =
            """
            insert into letter.letter (county, id, command, kind, unit, year, ordinal, number, about_id, about_number,
                mark, title, addressee, body, organ, contact, copies, present, issued_on, issued_at, issued_by, issued_name)
            values (:county, :id, :id, 'TRANSFER', :unit, 2026, 1, :song, :id, :song, :song, :song, :song, :song, :song,
                :song, :song, :song, '2026-08-03', now(), :person, :song)
            """;

    static final String BULLETIN =
            """
            insert into bulletin.bulletin (county, id, unit_id, kind, from_on, version, edit, state, figures, texts,
                writers, written_name, written_at)
            values (:county, :id, :unit, 'WEEK', '2026-07-27', 1, 1, 'DRAFT',
                jsonb_build_object('at', '2026-08-03T01:00:00Z', 'least', 5, 'totals', '[]'::jsonb,
                    'days', '[]'::jsonb, 'categories', '[]'::jsonb, 'places', '[]'::jsonb, 'month', '2026-08',
                    'rates', '[]'::jsonb, 'topicDays', 30, 'topics', '[]'::jsonb, 'meetings', '[]'::jsonb,
                    'orders', '{"issued": 0, "closed": 0, "running": 0, "late": 0}'::jsonb, 'terms', '[]'::jsonb),
                jsonb_build_object('title', cast(:song as text), 'lead', cast(:song as text), 'comments', '{}'::jsonb,
                    'chosen', '[]'::jsonb, 'changes', ''),
                array[:person], :song, now())
            """;

    private ForeignTopics() {}
}
