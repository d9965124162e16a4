import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWholeFile } from '../../backups/whole-file.ts'

const length = 32

/**
 * The key by which this machine signs packages for its office, made where there is none: of the owner's eyes alone, and
 * never in the file, which others get copies of (`docs/decisions/0043-office-keys.md`).
 *
 * @throws the file system's error; where the key is there and cannot be read, which making another would hide
 */
export function takeOfficeKey(dataFolder: string): Uint8Array {
  const path = join(dataFolder, 'khoa-don-vi.txt')
  if (existsSync(path)) {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
    if (key.length !== length) throw new Error(`no key of ${length} bytes in ${path}`)
    return new Uint8Array(key)
  }
  const key = randomBytes(length)
  writeWholeFile(path, key.toString('hex'), 0o600)
  return new Uint8Array(key)
}
