-- Topics and posts, the same each time:  psql --file=seed.sql. The uploads come from the forum itself (forum.py --seed).
BEGIN;
INSERT INTO topics (id, title, begun_on)
SELECT n, (ARRAY['Who mends the','What became of the','Ideas for the','Thanks for the'])[1 + n % 4] || ' '
    || (ARRAY['atlas','browser','compiler','dictionary','editor'])[1 + n % 5] || ', part ' || n, date '2015-03-01' + n * 19
FROM generate_series(1, 60) AS n;

INSERT INTO posts (id, topic_id, author, body, written_at)
SELECT 'p-' || lpad(n::text, 6, '0'), 1 + n % 60, (ARRAY['ada','bea','cyrus','dina','emil'])[1 + n % 5],
    'I have read it again (' || md5('post/' || n) || '), and I think that we should go on.',
    timestamptz '2015-03-01 08:00:00+00' + n * interval '27 hours'
FROM generate_series(1, 3000) AS n;

SELECT setval('topics_id_seq', 60);
COMMIT;
ANALYZE;
