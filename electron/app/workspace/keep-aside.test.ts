import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepAside, putBack } from './keep-aside.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'giữ tệp '))
  path = join(folder, 'Hội đồng.ocop')
  for (const end of ['', '-journal', '-wal', '-shm']) writeFileSync(path + end, `cũ${end}`)
  const changedAt = new Date('2026-11-26T14:05:12+07:00')
  utimesSync(path, changedAt, changedAt)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const kept = 'Hội đồng (bản cũ 2026-11-26 14.05.12).ocop'

describe('a file in the place of a new one', () => {
  it('is kept under its own date, with what SQLite keeps beside it', () => {
    expect(keepAside(path)).toBe(join(folder, kept))
    expect(readdirSync(folder).toSorted()).toEqual([kept, `${kept}-journal`, `${kept}-shm`, `${kept}-wal`])
    expect(readFileSync(join(folder, `${kept}-wal`), 'utf8')).toBe('cũ-wal')
  })
  it('never takes the name of another one that was kept', () => {
    writeFileSync(join(folder, kept), 'cũ hơn')
    expect(keepAside(path)).toBe(join(folder, kept.replace(').ocop', ', 2).ocop')))
    expect(readFileSync(join(folder, kept), 'utf8')).toBe('cũ hơn')
  })
  it('gets its name back where the new one could not be made', () => {
    putBack({ kept: keepAside(path) ?? '', path })
    expect(readdirSync(folder)).toHaveLength(4)
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('cũ-wal')
  })
  it('is not there: nothing happens', () => {
    mkdirSync(join(folder, 'x'))
    expect(keepAside(join(folder, 'x', 'Hội đồng.ocop'))).toBeNull()
  })
})
