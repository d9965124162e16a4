import { dirname, isAbsolute, relative, sep } from 'node:path'
import type { SavedFile, SystemFolder } from '../../shared/api/files.ts'

/** Where the system's folders are; one that it does not know is left out. */
export type SystemFolders = Readonly<Partial<Record<SystemFolder, string>>>

/** The folder of a saved file as a person knows it: below the nearest of the system's folders, else from the top. */
export function savedPlace(path: string, folders: SystemFolders): Pick<SavedFile, 'base' | 'folders'> {
  const folder = dirname(path)
  const [nearest] = Object.entries(folders)
    .flatMap(([base, place]) => {
      const way = relative(place, folder)
      const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
      return isBelow ? [{ base: base as SystemFolder, names: namesOf(way) }] : []
    })
    .toSorted((one, other) => one.names.length - other.names.length)
  return nearest === undefined
    ? { base: null, folders: namesOf(folder) }
    : { base: nearest.base, folders: nearest.names }
}

const namesOf = (way: string): readonly string[] => way.split(sep).filter((name) => name !== '')
