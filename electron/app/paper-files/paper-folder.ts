import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PaperFileState } from '../../../shared/api/paper-file.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import { fileStemOf, workspaceEnding } from '../../workspace-path.ts'
import { writeWhole } from '../../write-whole.ts'
import { hasPaperEnding } from './paper-kind.ts'

type Kept<Owner> = Owner & { readonly storedName: string; readonly sha256: string; readonly size: number }

export type PaperFolder<Owner> = ReturnType<typeof paperFolder<Owner>>

/**
 * The folder of papers beside a workspace: `Hội đồng.ocop` has `Hội đồng hồ sơ`, and in it one folder a record. A workspace that was
 * renamed finds its papers in the folder of its old name. Names
 * come out of the workspace, which anybody may have made: none of them leads out of the folder, and none ends as a program does.
 *
 * @param ownFolder the folder of a file's record: `HS12` of a registration
 */
export function paperFolder<Owner>(workspacePath: string, ownFolder: (owner: Owner) => string) {
  const name = `${basename(workspacePath, workspaceEnding)}${folderEnding}`
  const placeIn = (root: string | null, file: Kept<Owner>): string | null => {
    const own = root === null ? null : findIn(root, ownFolder(file))
    const path = own === null ? null : findIn(own, file.storedName)
    return path !== null && [root, own].every((folder) => folder !== null && statsOf(folder)?.isDirectory())
      ? path
      : null
  }
  const placeOf = (file: Kept<Owner>): string | null => {
    if (!isPlainName(file.storedName)) return null
    const here = placeIn(findIn(dirname(workspacePath), name), file)
    if (here !== null) return here
    // The workspace was renamed, or is a copy: what lies in another folder counts where it is the very file by its size.
    return (
      paperFoldersIn(dirname(workspacePath))
        .map((root) => placeIn(root, file))
        .find((path) => path !== null && statsOf(path)?.size === file.size) ?? null
    )
  }
  return {
    name,
    /** Path of the file as it lies there; null where nothing, or no plain file, does. */
    find: (file: Kept<Owner>): string | null => {
      const path = placeOf(file)
      return path !== null && statsOf(path)?.isFile() === true ? path : null
    },
    stateOf: async (file: Kept<Owner>): Promise<PaperFileState> => {
      const path = placeOf(file)
      const stats = path === null ? undefined : statsOf(path)
      if (path === null || stats?.isFile() !== true) return 'missing'
      return stats.size === file.size && (await hashOf(path, stats)) === file.sha256 ? 'there' : 'altered'
    },
    /**
     * Puts a copy into the record's folder, on the disk before it has its name; one that lies there already is left.
     *
     * @returns the name that it has there
     * @throws Refusal for what a disk refuses
     */
    keep: async (paper: Owner & PaperToKeep): Promise<string> => {
      const { name: fileName, bytes, sha256 } = paper
      const ending = extname(fileName).toLowerCase()
      const storedName = `${fileStemOf(basename(fileName, extname(fileName)))} ${sha256.slice(0, 8)}${ending}`
      const root = findIn(dirname(workspacePath), name) ?? join(dirname(workspacePath), name)
      const own = join(root, ownFolder(paper))
      try {
        await mkdir(own, { recursive: true })
        const path = join(own, storedName)
        const stats = statsOf(path)
        const isThere =
          stats?.isFile() === true && stats.size === bytes.length && (await hashOf(path, stats)) === sha256
        // Read only, so that a program that opens it saves its changes elsewhere.
        if (!isThere) await writeWhole({ path, bytes, mode: 0o444 })
      } catch (error) {
        throw fileRefusal(error) ?? error
      }
      return storedName
    },
  }
}

export type PaperToKeep = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The bytes of a file as it lies there. */
export async function readPaper(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path))
}

function isPlainName(name: string): boolean {
  return hasPaperEnding(name) && basename(name) === name && !/[\\/:\p{Cc}]/u.test(name) && !name.startsWith('.')
}

/** What a folder has under a name, however its accents were written by the system that copied it there; null for nothing. */
function findIn(folder: string, name: string): string | null {
  const path = join(folder, name)
  if (existsSync(path)) return path
  const wanted = name.normalize('NFC')
  try {
    const found = readdirSync(folder).find((other) => other.normalize('NFC') === wanted)
    return found === undefined ? null : join(folder, found)
  } catch {
    return null
  }
}

const folderEnding = ' hồ sơ'

/** The folders of papers beside each other, of whatever workspace. */
function paperFoldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.normalize('NFC').endsWith(folderEnding))
      .toSorted()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Of the thing itself, not of what a link leads to; undefined where the disk says nothing. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** A file of the same size and time is not read again in this run. */
const hashes = new Map<string, string>()

async function hashOf(path: string, { size, mtimeMs, ctimeMs, ino }: Stats): Promise<string | null> {
  const key = `${path} ${ino} ${size} ${mtimeMs} ${ctimeMs}`
  const known = hashes.get(key)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch {
    return null
  }
  const sha256 = hash.digest('hex')
  hashes.set(key, sha256)
  return sha256
}
