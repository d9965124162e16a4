import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from './workspace-path.ts'

test('makes a folder with those that it lies in, and takes one that is there', () => {
  const place = mkdtempSync(join(tmpdir(), 'thư mục '))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const folder = join(place, 'một', 'hai')
  makeFolder(folder)
  makeFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
  writeFileSync(join(folder, 'tệp'), '')
  expect(() => makeFolder(join(folder, 'tệp'))).toThrow(/EEXIST/)
  expect(() => makeFolder(join(folder, 'tệp', 'ba'))).toThrow(/ENOTDIR/)
})

if (!existsSync('/proc/self')) console.warn('Left out: a folder that takes no other; this machine has no /proc.')

test.skipIf(!existsSync('/proc/self'))('ends where a folder takes no other', () => {
  expect(() => makeFolder('/proc/không có/ở đây')).toThrow(/ENOENT|EACCES/)
})
