-- About 100 MB of plausible data, the same each time for the same seed:  psql --set=seed=coop --file=seed.sql
-- Whatever looks random is arithmetic, or an MD5 of the seed and the row's number.
BEGIN;
-- Quickly: tables that this transaction emptied need no log, and rows that are right by construction need no
-- foreign-key checks.
TRUNCATE people, projects, pledges, outbox, history;
SET LOCAL session_replication_role = replica;

INSERT INTO people (id, name, email, joined_on)
SELECT n, first || ' ' || last, lower(first) || '.' || lower(last) || n || '@example.org', date '2014-11-01' + n % 3900
FROM generate_series(1, 20000) AS n,
    LATERAL (SELECT
        (ARRAY['Ada','Bea','Cyrus','Dina','Emil','Farah','Goran','Hana','Ivo','Jun','Kofi','Lena','Mira','Noor','Omar',
            'Pia','Quim','Rosa','Sami','Tove','Uma','Vera','Wen','Xenia','Yara','Zeno'])[1 + n * 7 % 26] AS first,
        (ARRAY['Abbott','Brook','Castro','Dahl','Eriksen','Fujita','Greene','Haddad','Ito','Jansen','Kaya','Lindqvist',
            'Moreau','Novak','Okafor','Petrov','Quist','Rossi','Silva','Tanaka','Ueda','Vogel','Weber'])[1 + n * 5 % 23]
            AS last) AS names;

INSERT INTO projects (id, slug, title, summary)
SELECT n, lower(noun) || '-' || n, 'The ' || noun || ' of ' || place,
    'A free ' || lower(noun) || ' that everybody may use, study, share and improve, looked after in ' || place || '.'
FROM generate_series(1, 40) AS n,
    LATERAL (SELECT
        (ARRAY['Atlas','Browser','Compiler','Dictionary','Editor','Firmware','Game','Hymnal'])[1 + n % 8] AS noun,
        (ARRAY['Aarhus','Bergen','Cusco','Dakar','Esfahan'])[1 + n % 5] AS place) AS words;

INSERT INTO pledges (id, project_id, person_id, amount_cents, payment_token, pledged_at)
SELECT 'p-' || lpad(n::text, 6, '0'), 1 + n % 40, 1 + n * 37 % 20000, 100 * (1 + n % 25),
    'pm_' || md5(:'seed' || '/pledge/' || n), timestamptz '2016-01-01 00:00:00+00' + n * interval '70 minutes'
FROM generate_series(1, 60000) AS n;

INSERT INTO history (paid_on, project_id, person_id, amount_cents, receipt, note)
SELECT date '2016-01-01' + make_interval(months => n / 2500), 1 + n % 40, 1 + n * 61 % 20000, 1 + n % 997,
    hash || reverse(hash), 'Share of the month for ' || 1 + n % 2500 || ' patrons, carried over from pledge p-'
    || lpad((1 + n % 60000)::text, 6, '0') || '; receipt sent by mail'
FROM generate_series(0, 299999) AS n, LATERAL (SELECT md5(:'seed' || '/history/' || n) AS hash) AS hashes;

UPDATE projects SET raised_cents = paid.cents
FROM (SELECT project_id, sum(amount_cents) AS cents FROM history GROUP BY project_id) AS paid
WHERE paid.project_id = projects.id;

SELECT setval('people_id_seq', 20000), setval('projects_id_seq', 40);
COMMIT;

-- Frozen and out of the log: from now on nobody has a reason to write the old pages of history again.
VACUUM (FREEZE, ANALYZE);
CHECKPOINT;
