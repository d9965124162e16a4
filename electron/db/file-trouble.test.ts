import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { isPassing, Refusal } from '../../shared/api/refusal.ts'
import { diskRefusal, fileRefusal } from './file-trouble.ts'

const ofSqlite = (code: string) => new Sqlite.SqliteError('said by SQLite', code)
const ofSystem = (code: string) => Object.assign(new Error('said by the system'), { code })

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'place-read-only'],
  ['SQLITE_READONLY_DBMOVED', 'workspace-moved'],
  ['SQLITE_IOERR_WRITE', 'disk-fails'],
  ['SQLITE_CANTOPEN', 'disk-fails'],
  ['SQLITE_BUSY', 'file-locked'],
  ['SQLITE_LOCKED', 'file-locked'],
  ['SQLITE_CORRUPT', 'workspace-harmed'],
  ['SQLITE_CORRUPT_INDEX', 'workspace-harmed'],
  ['SQLITE_NOTADB', 'workspace-harmed'],
])('%s of the open file is %s, and whatever was asked waits', (code, reason) => {
  const refusal = diskRefusal(new Error('wrapped', { cause: ofSqlite(code) }))
  expect(refusal).toMatchObject({ reason, detail: { code } })
  expect(isPassing(reason)).toBe(true)
})

it.each([
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'place-read-only'],
  ['ENOENT', 'place-gone'],
  ['EIO', 'disk-fails'],
  ['ESTALE', 'disk-fails'],
  ['EBUSY', 'file-locked'],
])('%s at opening is %s', (code, reason) => {
  expect(fileRefusal(ofSystem(code))).toMatchObject({ reason, detail: { code } })
  // Elsewhere it is about another file than the open one.
  expect(diskRefusal(ofSystem(code))).toBeNull()
})

it('takes a damage that the worker met in another file for none of the open one', () => {
  expect(diskRefusal(ofSystem('SQLITE_CORRUPT'))).toBeNull()
  expect(fileRefusal(ofSystem('SQLITE_CORRUPT'))).toMatchObject({ reason: 'workspace-damaged' })
})

it('leaves a refusal as it is, and a bug a bug', () => {
  const refusal = new Refusal('not-found')
  expect(fileRefusal(refusal)).toBe(refusal)
  expect([fileRefusal(new TypeError('x')), fileRefusal('x'), diskRefusal(ofSqlite('SQLITE_CONSTRAINT'))]).toEqual([
    null,
    null,
    null,
  ])
})
