-- The wiki, as root. Its account comes by the socket, without a password: it is the user of that name.
CREATE DATABASE wiki;
CREATE USER wiki@localhost IDENTIFIED VIA unix_socket;
GRANT SELECT, INSERT, UPDATE, DELETE ON wiki.* TO wiki@localhost;
USE wiki;

CREATE TABLE pages (
    id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    body text NOT NULL,
    changed_at timestamp NOT NULL DEFAULT current_timestamp()
);

-- Each text that a page ever had.
CREATE TABLE revisions (
    id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    page_id int unsigned NOT NULL,
    body text NOT NULL,
    written_at timestamp NOT NULL DEFAULT current_timestamp(),
    FOREIGN KEY (page_id) REFERENCES pages (id)
);

CREATE TRIGGER first_revision AFTER INSERT ON pages FOR EACH ROW
    INSERT INTO revisions (page_id, body, written_at) VALUES (NEW.id, NEW.body, NEW.changed_at);

CREATE VIEW newest AS SELECT name, changed_at FROM pages ORDER BY changed_at DESC LIMIT 20;

-- The same pages each time.
INSERT INTO pages (name, body, changed_at)
SELECT IF(seq = 1, 'front', CONCAT('page-', LPAD(seq, 4, '0'))),
    CONCAT('Page ', seq, ' of the wiki: ', REPEAT(CONCAT(MD5(CONCAT('page/', seq)), ' '), 8)),
    TIMESTAMP('2015-01-01 09:00:00') + INTERVAL seq * 31 HOUR
FROM seq_1_to_1500;
