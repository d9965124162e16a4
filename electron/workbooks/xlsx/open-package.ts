import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, getFileNameLowLevel, type Entry } from 'yauzl'
import { workbookLimits, type WorkbookLimit } from '../../file-limits.ts'
import { TooLargeWorkbook, UnreadableWorkbook } from './unreadable-workbook.ts'

/** The parts of an Office file, each unpacked when it is asked for. Names count without case and leading slash. */
export type OfficePackage = {
  /** As the file has them, in its order. */
  readonly names: readonly string[]
  readonly readBytes: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly readText: (name: string) => Promise<string | undefined>
}

type PackageLimits = Readonly<Record<Extract<WorkbookLimit, 'bytes' | 'parts' | 'inflated' | 'inflatedInAll'>, Most>>
type Most = { readonly most: number }

/**
 * Opens the zip of an .xlsx or .docx. What its directory says of sizes is held to the limits here, and every part is held
 * to what the directory says while it is unpacked. Throws `UnreadableWorkbook`.
 */
export async function openPackage(bytes: Uint8Array, limits: PackageLimits = workbookLimits): Promise<OfficePackage> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > limits.bytes.most) throw new TooLargeWorkbook('bytes')
  refuseOtherFiles(file)
  const zip = await orDamaged(fromBufferPromise(file, { decodeStrings: false }))
  if (zip.entryCount > limits.parts.most) throw new TooLargeWorkbook('parts')
  const entries = new Map<string, Entry>()
  const names: string[] = []
  await orDamaged(
    (async () => {
      for await (const entry of zip.eachEntry()) {
        const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
        const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
        names.push(name)
        // Which of two parts of one name counts, each program says otherwise.
        if (entries.has(partKey(name))) throw new Error(`two parts are called ${name}`)
        entries.set(partKey(name), entry)
      }
    })(),
  )
  const all = [...entries.values()]
  if (all.some((entry) => entry.isEncrypted())) throw new UnreadableWorkbook('encrypted')
  refuseSizes(entries, limits)
  const readBytes = async (name: string) => {
    const entry = entries.get(partKey(name))
    if (entry === undefined) return undefined
    return new Uint8Array(await orDamaged(zip.openReadStreamPromise(entry).then(buffer)))
  }
  return {
    names,
    readBytes,
    readText: async (name) => {
      const content = await readBytes(name)
      return content === undefined ? undefined : decodeText(content)
    },
  }
}

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function refuseOtherFiles(file: Buffer): void {
  if (file.length === 0) throw new UnreadableWorkbook('empty')
  if (file.subarray(0, 8).equals(oleSignature)) {
    const has = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'))
    throw new UnreadableWorkbook(has('EncryptedPackage') ? 'encrypted' : has('WordDocument') ? 'word' : 'old-xls')
  }
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') throw new UnreadableWorkbook('pdf')
  if (file.length < 22 || file.readUInt16BE(0) !== 0x504b) throw new UnreadableWorkbook('not-xlsx')
}

function refuseSizes(entries: ReadonlyMap<string, Entry>, limits: PackageLimits): void {
  let sum = 0
  for (const [name, { compressedSize, uncompressedSize }] of entries) {
    sum += uncompressedSize
    if (uncompressedSize > limits.inflated.most) throw new TooLargeWorkbook('inflated', name)
    const isDense = uncompressedSize > 1024 * 1024 && uncompressedSize > compressedSize * workbookLimits.ratio.most
    if (isDense) throw new TooLargeWorkbook('ratio', name)
  }
  if (sum > limits.inflatedInAll.most) throw new TooLargeWorkbook('inflatedInAll')
}

async function orDamaged<Result>(reading: Promise<Result>): Promise<Result> {
  return reading.catch((error: unknown) => {
    throw new UnreadableWorkbook('damaged', error)
  })
}

/** What two spellings of a part's name have in common. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function decodeText(content: Uint8Array): string {
  const [first, second] = content
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(content)
}
