import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileStemOf, freeWorkspacePath } from './workspace-path.ts'

test('an existing file is never proposed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thư mục '))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const name = 'Hội đồng huyện 2024'
  expect(freeWorkspacePath({ folder, name })).toBe(join(folder, 'Hội đồng huyện 2024.ocop'))
  writeFileSync(join(folder, 'Hội đồng huyện 2024.ocop'), '')
  expect(freeWorkspacePath({ folder, name })).toBe(join(folder, 'Hội đồng huyện 2024 (2).ocop'))
  writeFileSync(join(folder, 'Hội đồng huyện 2024 (2).ocop'), '')
  expect(freeWorkspacePath({ folder, name })).toBe(join(folder, 'Hội đồng huyện 2024 (3).ocop'))
})

test.each([
  ['Đợt 2/2026', 'Đợt 2 2026'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\win', 'C Windows win'],
  ['...', 'Hội đồng'],
  ['  ', 'Hội đồng'],
  ['con', 'Hội đồng con'],
  ['LPT1.x', 'Hội đồng LPT1.x'],
  ['Xã A. ', 'Xã A'],
  ['a\u0000b\nc', 'a b c'],
])('%j becomes %j', (name, stem) => {
  expect(fileStemOf(name)).toBe(stem)
})

test('a decomposed name is composed and a long one cut between letters', () => {
  expect(fileStemOf('Hội'.normalize('NFD'))).toBe('Hội')
  expect(Array.from(fileStemOf('ộ'.repeat(400)))).toHaveLength(70)
})
