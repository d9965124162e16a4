import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'golden')

/**
 * The golden text of that name; with `GOLDEN_UPDATE=1` it is written from what was made just now. A golden that does
 * not exist is a failed test, not a new golden.
 */
export function goldenText({ name, actual }: { name: string; actual: string }): string {
  const path = join(folder, name)
  if (process.env['GOLDEN_UPDATE'] === '1') writeFileSync(path, actual)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
