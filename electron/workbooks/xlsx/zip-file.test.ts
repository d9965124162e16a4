import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPackage } from './open-package.ts'
import { openZipFile } from './zip-file.ts'

test('files written piece by piece, of names in any letters, are read back whole, and are the same bytes each time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-zip-'))
  try {
    const write = (name: string): Buffer => {
      const path = join(folder, name)
      const zip = openZipFile(path)
      zip.begin('Quyết định.pdf')
      zip.write(Buffer.from('một '))
      zip.write(Buffer.from('hai'))
      zip.begin('trống.txt')
      zip.begin('Biên bản.docx')
      zip.write(Buffer.alloc(100_000, 'x'))
      zip.finish()
      return readFileSync(path)
    }
    const bytes = write('a.zip')
    expect(write('b.zip').equals(bytes)).toBe(true)
    const parts = await openPackage(bytes)
    expect(parts.names).toEqual(['Quyết định.pdf', 'trống.txt', 'Biên bản.docx'])
    expect(await parts.readText('Quyết định.pdf')).toBe('một hai')
    expect(await parts.readText('trống.txt')).toBe('')
    expect(await parts.readText('Biên bản.docx')).toBe('x'.repeat(100_000))
    // Stored, not compressed again.
    expect(bytes.length).toBeGreaterThan(100_000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
