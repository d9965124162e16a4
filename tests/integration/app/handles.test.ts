import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDb } from '../../../electron/app/commit.ts'
import { connectionOf, toWriteDb } from '../../../electron/db/connection.ts'
import { deleteRooms, findLastRoom } from '../../../electron/db/queries/room.ts'
import { read, write } from '../../../electron/db/statement.ts'
import { transaction } from '../../../electron/db/transaction.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp

beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Thử' })
})
afterEach(() => app[Symbol.dispose]())

const rename = "UPDATE workspace SET name = 'Khác'"

describe('what a handler is given', () => {
  it('asks, and writes only inside a transaction: the compiler says so', () => {
    const db = openDb(app.context)
    expect(findLastRoom(db)).toBeNull()
    // @ts-expect-error: no handle to write with
    expect(() => deleteRooms(db)).toThrow('outside a transaction')
    expect(() => transaction(db, (inside) => deleteRooms(inside))).not.toThrow()
    expect(transaction(db, (inside) => findLastRoom(inside))).toBeNull()
  })

  it('cannot be kept to write later', () => {
    const kept = transaction(openDb(app.context), (inside) => inside)
    expect(() => write<[]>(kept, rename)).toThrow('outside a transaction')
  })

  it('does not change the file by asking', () => {
    expect(() => read<[], never>(openDb(app.context), rename)).toThrow('expected a statement that asks')
    const inside = () => write<[]>(toWriteDb(app.file()), 'SELECT 1')
    expect(() => app.file().transaction(inside)()).toThrow('expected a statement that changes')
    expect(connectionOf(openDb(app.context)).prepare('SELECT name FROM workspace').pluck().get()).toBe('Thử')
  })

  it('writes all of a change or nothing', () => {
    const change = () =>
      transaction(openDb(app.context), (inside) => {
        write<[]>(inside, rename).run()
        throw new Error('half done')
      })
    expect(change).toThrow('half done')
    expect(app.file().prepare('SELECT name FROM workspace').pluck().get()).toBe('Thử')
  })
})
