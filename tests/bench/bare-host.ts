import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Sqlite from 'better-sqlite3'

// The lower bound: a handler that reads its body, writes one row with full durability and answers.

const db = new Sqlite(process.argv[2] ?? '')
db.pragma('locking_mode = EXCLUSIVE')
db.pragma('journal_mode = TRUNCATE')
db.pragma('synchronous = FULL')
db.exec(
  'CREATE TABLE score (ballot INTEGER, criterion INTEGER, option INTEGER, PRIMARY KEY (ballot, criterion)) WITHOUT ROWID',
)
const write = db.prepare('INSERT OR REPLACE INTO score VALUES (1, ?, ?)')
let round = 0

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    round += 1
    // SQLite writes nothing where a row is already so: each round must change it.
    write.run(round % 20, Math.floor(round / 20) & 1)
    response.setHeader('content-type', 'application/json')
    response.end('{"json":{}}')
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
