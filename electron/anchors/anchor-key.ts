import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWholeFile } from '../backups/whole-file.ts'

const length = 32

/**
 * This machine's key for anchors, of the owner's eyes alone; null where there is none. It stands in the data folder, not
 * in the system's key store: the command line and a browser's host check with it too, and have no such store.
 */
export function readAnchorKey(dataFolder: string): Buffer | null {
  const path = keyPath(dataFolder)
  if (!existsSync(path)) return null
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  return key.length === length ? key : null
}

/** The same, made where there is none. */
export function takeAnchorKey(dataFolder: string): Buffer {
  const known = readAnchorKey(dataFolder)
  if (known !== null) return known
  const key = randomBytes(length)
  writeWholeFile(keyPath(dataFolder), key.toString('hex'), 0o600)
  return key
}

const keyPath = (dataFolder: string) => join(dataFolder, 'khoa-ban-ghi.txt')
