import Sqlite from 'better-sqlite3'

// A program that is killed in the middle of a change: its pages stand in the file already, its journal is hot.

const [path = ''] = process.argv.slice(2)
const sqlite = new Sqlite(path)
sqlite.pragma('journal_mode = TRUNCATE')
sqlite.pragma('synchronous = FULL')
// So few pages stay in memory that the rest of the change is written before its end.
sqlite.pragma('cache_size = 1')
sqlite.exec(
  "BEGIN IMMEDIATE; UPDATE workspace SET commits = commits + 1, in_use = 1; UPDATE products SET name = name || ' dở'",
)
sqlite.exec(
  'CREATE TABLE rest (x); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO rest SELECT randomblob(500) FROM n',
)
process.kill(process.pid, 'SIGKILL')
