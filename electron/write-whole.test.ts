import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chosenPath } from './main/chosen-path.ts'
import { fileKindOf } from './main/file-kinds.ts'
import { copyWhole, writeWhole } from './write-whole.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lưu tệp '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('writing a file', () => {
  it('takes the place of the one before, and leaves nothing beside it', async () => {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, 'cũ')
    await writeWhole({ path, bytes: Buffer.from('mới') })
    expect(readFileSync(path, 'utf8')).toBe('mới')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })
  it('copies what is larger than a piece, and leaves nothing where there is nothing to copy', async () => {
    const [from, path] = [join(folder, 'a'), join(folder, 'b.zip')]
    const bytes = Buffer.alloc(3_000_001, 'hồ sơ')
    writeFileSync(from, bytes)
    await copyWhole({ path, from })
    expect(readFileSync(path).equals(bytes)).toBe(true)
    await expect(copyWhole({ path: join(folder, 'c.zip'), from: join(folder, 'none') })).rejects.toThrow(/ENOENT/)
    expect(readdirSync(folder).toSorted()).toEqual(['a', 'b.zip'])
  })
  it('that fails leaves everything as it was', async () => {
    const path = join(folder, 'a.pdf')
    mkdirSync(join(path, 'x'), { recursive: true })
    await expect(writeWhole({ path, bytes: Buffer.from('mới') })).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/)
    expect(readdirSync(folder)).toEqual(['a.pdf'])
    await expect(writeWhole({ path: join(folder, 'none', 'a.pdf'), bytes: Buffer.of() })).rejects.toThrow(/ENOENT/)
  })
})

describe('the path that a dialog answered', () => {
  it('gets the ending that the dialog left out, beside what is there', () => {
    expect(chosenPath({ path: join(folder, 'A.PDF'), ending: '.pdf' })).toBe(join(folder, 'A.PDF'))
    expect(chosenPath({ path: join(folder, 'Điều 1.2'), ending: '.pdf' })).toBe(join(folder, 'Điều 1.2.pdf'))
    writeFileSync(join(folder, 'b.pdf'), '')
    expect(chosenPath({ path: join(folder, 'b'), ending: '.pdf' })).toBe(join(folder, 'b (2).pdf'))
  })
})

it('writes nothing that a system would run', () => {
  expect(['a.PDF', 'a.png', 'a.xlsx', 'a.xlsm', 'a.docx', 'a.zip', 'a.json'].map(fileKindOf)).not.toContain(null)
  expect(['a.exe', 'a.pdf.bat', 'a', '.pdf', 'a.html', 'a.toString'].map(fileKindOf)).toEqual(Array(6).fill(null))
})
