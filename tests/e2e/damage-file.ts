import { readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

const pageSize = 4096

/** The page of the file's own row and one in the middle of the ballots are gone; the bytes that are left. */
export function damageFile(path: string): Buffer {
  const bytes = readFileSync(path)
  const sqlite = new Sqlite(Buffer.from(bytes))
  const numbers = sqlite
    .prepare<[], number>(
      `SELECT pageno FROM dbstat WHERE name = 'workspace'
       UNION SELECT * FROM (SELECT pageno FROM dbstat WHERE name = 'ballots' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 1)`,
    )
    .pluck()
    .all()
  sqlite.close()
  for (const number of numbers) bytes.fill(0, (number - 1) * pageSize, number * pageSize)
  writeFileSync(path, bytes)
  return bytes
}
