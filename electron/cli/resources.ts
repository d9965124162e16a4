import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Absolute path of the project folder when run from source. */
const projectFolder = join(import.meta.dirname, '..', '..')

/** Absolute path of `resources` when run from source; the packaged application passes its own. */
export const sourceResources = join(projectFolder, 'resources')

/** Version of the application as its package states it. */
export function readAppVersion(): string {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { readonly version: string }
  return manifest.version
}
