import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { isBuilt, writeStamp } from './build-stamp.ts'

let root: string
const isStamped = (sources = 'a') => isBuilt({ root, target: 'main', sources })
const chunk = () => join(root, 'out', 'main', 'chunks', 'một.js')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dựng '))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'out', 'main', 'chunks'), { recursive: true })
  writeFileSync(chunk(), 'let one = 1')
  writeStamp({ root, target: 'main', sources: 'a' })
})

test('a bundle is built from the sources that it was stamped with', () => {
  expect(isStamped()).toBe(true)
  expect(isStamped('b')).toBe(false)
})

test('a file that is gone or cut short is to be built again', () => {
  writeFileSync(chunk(), 'let one')
  expect(isStamped()).toBe(false)
  rmSync(join(root, 'out', 'main'), { recursive: true })
  expect(isStamped()).toBe(false)
})

test.each(['a', '', '{"sources":"a"}', 'null'])('a stamp of another kind counts as none: %s', (text) => {
  writeFileSync(join(root, 'out', '.main.sources'), text)
  expect(isStamped()).toBe(false)
})
