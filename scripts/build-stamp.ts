import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sourceFolders = ['electron', 'renderer', 'shared', 'resources/locales']
const sourceFiles = ['electron.vite.config.ts', 'package-lock.json']

/** Digest of every source's path, size and time: changes whenever a bundle may be out of date. */
export function currentSources(root: string): string {
  const hash = createHash('sha256')
  for (const path of [...sourceFiles, ...sourceFolders.flatMap((folder) => filesUnder(root, folder))]) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** True when the bundle was built from the sources as they stand and all that was written of it is there, whole. */
export function isBuilt({ root, target, sources }: Stamp): boolean {
  const kept = readStamp(stampPath(root, target))
  return (
    kept !== null && kept.sources === sources && kept.files.every(([path, size]) => sizeOf(join(root, path)) === size)
  )
}

/** To be called once the bundle is written. */
export function writeStamp({ root, target, sources }: Stamp): void {
  const files = filesUnder(root, join('out', target)).map((path) => [path, sizeOf(join(root, path))])
  writeFileSync(stampPath(root, target), JSON.stringify({ sources, files }))
}

type Kept = { readonly sources: string; readonly files: readonly (readonly [path: string, size: number])[] }

/** Null also for a stamp that is damaged. */
function readStamp(path: string): Kept | null {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept
    return kept.files.length > 0 ? kept : null
  } catch {
    return null
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size
}

type Stamp = { readonly root: string; readonly target: string; readonly sources: string }

// Beside the bundles, not in them: what lies in out/renderer is served.
function stampPath(root: string, target: string): string {
  return join(root, 'out', `.${target}.sources`)
}

function filesUnder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}
