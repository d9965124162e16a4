import { deflateSync } from 'node:zlib'

/**
 * pdfkit's writer with what it keeps to itself. It writes each object of a file in clear: of the thousands of small ones
 * that tell the structure, that would be more than the pages take.
 */
export type PdfWriter = {
  readonly ref: (data: object) => PdfReference
  readonly _root: PdfReference<Record<string, unknown>> & { readonly data: { readonly Pages: PagesReference } }
  readonly _info: PdfReference
  readonly _id: Buffer
  readonly _offset: number
  /** Of each object, from 1: where it begins in the file, or where it is packed. */
  readonly _offsets: readonly (number | Packed | null)[]
  readonly _write: (data: string | Buffer) => void
  readonly _refEnd: (reference: { readonly id: number; readonly offset: Packed }) => void
  /** Called at the end, for the structure to be written. */
  endMarkings: () => void
  endMetadata: () => void
  readonly _finalize: () => void
}

export type PdfReference<Data = object> = {
  readonly id: number
  data: Data
  compress: boolean
  /** Writes the object, with this as its stream where there is any. */
  readonly end: (stream?: string | Uint8Array) => void
}

type PagesReference = PdfReference<{ readonly Kids: PdfReference[]; Count: number }>

type Packed = { readonly stream: number; readonly place: number }

/** Small objects that go into the file packed together (ISO 32000-1, 7.5.7). */
export type ObjectPack = {
  /** The number of an object that is written later. */
  readonly reserve: () => number
  /** @param object its dictionary or array in PDF syntax, ASCII only */
  readonly write: (id: number, object: string) => void
  /** Writes what waits; nothing is written after it. */
  readonly end: () => void
}

/** Lets a file hold packed objects: its cross references become a stream, as packed ones ask (7.5.8). */
export function packObjects(file: PdfWriter): ObjectPack {
  const { _refEnd: noteEnd } = file
  let waiting: { readonly id: number; readonly object: string }[] = []
  const end = () => {
    if (waiting.length === 0) return
    let length = 0
    const heads = waiting.map(({ id, object }) => {
      const head = `${id} ${length}`
      length += object.length + 1
      return head
    })
    const index = `${heads.join(' ')}\n`
    const stream = file.ref({ Type: 'ObjStm', N: waiting.length, First: index.length })
    stream.end(index + waiting.map(({ object }) => object).join('\n'))
    waiting.forEach(({ id }, place) => noteEnd.call(file, { id, offset: { stream: stream.id, place } }))
    waiting = []
  }
  Object.assign(file, { _finalize: () => writeEnd(file) })
  return {
    reserve: () => file.ref({}).id,
    write: (id, object) => {
      waiting.push({ id, object })
      if (waiting.length >= mostPacked) end()
    },
    end,
  }
}

const mostPacked = 500

/** The cross references, the trailer that stands in their dictionary, and the end of the file. */
function writeEnd(file: PdfWriter & Partial<{ push: (data: null) => void }>): void {
  const { _offset: start, _offsets: offsets, _id: fileId, _root: root, _info: info, _write } = file
  const write: PdfWriter['_write'] = (data) => _write.call(file, data)
  const id = offsets.length + 1
  const rows = Buffer.alloc(rowLength * (id + 1))
  rows.writeUInt16BE(65_535, rowLength - 2)
  for (const [index, place] of [...offsets, start].entries()) {
    const at = rowLength * (index + 1)
    if (place === null) throw new Error(`Object ${index + 1} of the PDF was never written`)
    rows.writeUInt8(typeof place === 'number' ? 1 : 2, at)
    rows.writeUInt32BE(typeof place === 'number' ? place : place.stream, at + 1)
    rows.writeUInt16BE(typeof place === 'number' ? 0 : place.place, at + 5)
  }
  const stream = deflateSync(rows)
  const ids = `<${fileId.toString('hex')}>`.repeat(2)
  write(`${id} 0 obj`)
  write(
    `<</Type/XRef/Size ${id + 1}/W[1 4 2]/Root ${root.id} 0 R/Info ${info.id} 0 R/ID[${ids}]` +
      `/Filter/FlateDecode/Length ${stream.length}>>`,
  )
  write('stream')
  write(stream)
  write('\nendstream')
  write('endobj')
  write(`startxref\n${start}\n%%EOF`)
  file.push?.(null)
}

const rowLength = 7
