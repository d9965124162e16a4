import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderTrouble, makeDataFolderReady } from './data-folder-ready.ts'
import { startTrouble } from './start-trouble.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dữ liệu '))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder that can be written is made, and left as it was', () => {
  const inside = join(folder, 'a', 'b')
  makeDataFolderReady(inside)
  expect(readdirSync(inside)).toEqual([])
})

test('a file in its place is named as what it is', () => {
  const file = join(folder, 'data')
  writeFileSync(file, '')
  const trouble = troubleOf(() => makeDataFolderReady(join(file, 'inside')))
  expect(trouble.text).toContain('đã có một tệp mang tên này')
  expect(trouble.text).toContain(join(file, 'inside'))
})

test.each([
  ['ENOENT', 'có thể chưa được kết nối'],
  ['EACCES', 'không có quyền ghi'],
  ['EROFS', 'chỉ cho đọc'],
  ['ENOSPC', 'đã hết chỗ'],
  ['EIO', 'Không ghi được vào thư mục dữ liệu'],
])('%s has its sentence and a remedy', (code, sentence) => {
  const { text } = startTrouble(new DataFolderTrouble('/du-lieu', Object.assign(new Error('x'), { code })))
  expect(text).toContain(sentence)
  expect(text).toContain('OCOP_DATA')
})

test('anything else is worth an installation, and says what it is', () => {
  const { text } = startTrouble(new Error('rules are missing'))
  expect(text).toContain('cài lại')
  expect(text).toContain('rules are missing')
})

function troubleOf(run: () => void) {
  try {
    run()
  } catch (error) {
    return startTrouble(error)
  }
  throw new Error('nothing was thrown')
}
