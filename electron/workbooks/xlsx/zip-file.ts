import { closeSync, openSync, writeSync } from 'node:fs'
// Its entry for Node declares a `require` of its own, which the bundle has too.
import { Zip, ZipPassThrough, zipSync } from 'fflate/browser'

/** A zip on disk that grows piece by piece: what is written leaves memory at once. */
export type ZipFile = {
  /** Begins a file; what follows goes into it. Names may hold any letters; one that is there already is a defect. */
  readonly begin: (name: string) => void
  readonly write: (piece: Uint8Array) => void
  /** Writes the directory and closes the file. */
  readonly finish: () => void
  /** Closes the file as it is, for a batch that was cancelled. */
  readonly abandon: () => void
}

/**
 * Opens a new zip. Files are stored as they are: documents are compressed already. Every file bears the same time, so
 * that the same content gives the same bytes.
 */
export function openZipFile(path: string): ZipFile {
  const file = openSync(path, 'w')
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    writeSync(file, piece)
  })
  let entry: ZipPassThrough | null = null
  const names = new Set<string>()
  const end = () => entry?.push(new Uint8Array(), true)
  return {
    begin: (name) => {
      if (names.has(name.toLowerCase())) throw new Error(`the zip has ${name} already`)
      names.add(name.toLowerCase())
      end()
      entry = new ZipPassThrough(name)
      entry.mtime = zipTime
      zip.add(entry)
    },
    write: (piece) => {
      if (entry === null) throw new Error('a piece without a file')
      entry.push(piece)
    },
    finish: () => {
      end()
      zip.end()
      closeSync(file)
    },
    abandon: () => closeSync(file),
  }
}

/** Files by name in one zip in memory; the same content gives the same bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return zipSync(files, { level: 6, mtime: zipTime })
}

/** Zips count local time: midnight where the program runs is the same bytes everywhere. */
const zipTime = new Date(2026, 0, 1)
