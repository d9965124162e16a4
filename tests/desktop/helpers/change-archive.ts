import { openSync, closeSync, readSync, writeSync } from 'node:fs'
import { getRawHeader, statFile } from '@electron/asar'

/**
 * Changes one letter of the description in the archive's `package.json`: it stays valid JSON, and its place and length
 * stay what the header says. Only the digests tell the difference.
 */
export function changeArchive(archive: string): void {
  const entry = statFile(archive, 'package.json')
  if (!('offset' in entry) || entry.unpacked) throw new Error(`${archive} holds no package.json`)
  const start = 8 + getRawHeader(archive).headerSize + Number(entry.offset)
  const file = openSync(archive, 'r+')
  try {
    const bytes = Buffer.alloc(entry.size)
    readSync(file, bytes, 0, entry.size, start)
    const at = /"description":\s*"/.exec(bytes.toString('latin1'))
    if (at === null) throw new Error('package.json has no description')
    const letter = at.index + at[0].length
    const changed = Buffer.from(bytes[letter] === 0x58 ? 'Y' : 'X')
    writeSync(file, changed, 0, 1, start + letter)
  } finally {
    closeSync(file)
  }
}
