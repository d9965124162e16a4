import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** A zip on disk that grows piece by piece: what is written leaves memory at once. */
export type ZipFile = {
  /** Begins a file; what follows goes into it. Names may hold any letters. */
  readonly begin: (name: string) => void
  readonly write: (piece: Uint8Array) => void
  /** Writes the directory and closes the file. */
  readonly finish: () => void
  /** Closes the file as it is, for a batch that was cancelled. */
  readonly abandon: () => void
}

type Entry = { readonly name: Buffer; readonly offset: number; size: number; crc: number }

/**
 * Opens a new zip. Files are stored as they are: documents are compressed already. Sizes and checksums are written into
 * each file's head once they are known. Every file bears the same time, so that the same content gives the same bytes.
 */
export function openZipFile(path: string): ZipFile {
  const file = openSync(path, 'w')
  const entries: Entry[] = []
  let end = 0
  const append = (piece: Uint8Array) => {
    end += writeSync(file, piece, 0, piece.length, end)
  }
  const settle = () => {
    const last = entries.at(-1)
    if (last === undefined) return
    const head = headOf(last)
    writeSync(file, head, 0, head.length, last.offset)
  }
  return {
    begin: (name) => {
      settle()
      const entry = { name: Buffer.from(name), offset: end, size: 0, crc: 0 }
      entries.push(entry)
      append(headOf(entry))
    },
    write: (piece) => {
      const last = entries.at(-1)
      if (last === undefined) throw new Error('a piece without a file')
      last.size += piece.length
      last.crc = crc32(piece, last.crc)
      append(piece)
    },
    finish: () => {
      settle()
      const start = end
      for (const entry of entries) append(directoryEntryOf(entry))
      append(endOf({ count: entries.length, start, size: end - start }))
      closeSync(file)
    },
    abandon: () => closeSync(file),
  }
}

/** Version 2.0, UTF-8 names, stored, 1 January 2026. */
function factsOf({ name, size, crc }: Entry): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x0800, 2)
  facts.writeUInt16LE(((2026 - 1980) << 9) | (1 << 5) | 1, 8)
  facts.writeUInt32LE(crc, 10)
  facts.writeUInt32LE(size, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

const headOf = (entry: Entry): Buffer => Buffer.concat([Buffer.from('504b0304', 'hex'), factsOf(entry), entry.name])

function directoryEntryOf(entry: Entry): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(entry.offset, 10)
  return Buffer.concat([Buffer.from('504b01021400', 'hex'), factsOf(entry), place, entry.name])
}

function endOf({ count, start, size }: { count: number; start: number; size: number }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return end
}
