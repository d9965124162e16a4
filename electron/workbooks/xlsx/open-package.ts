import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, getFileNameLowLevel, type Entry } from 'yauzl'
import { UnreadableWorkbook } from './unreadable-workbook.ts'

/** The parts of an Office file, each unpacked when it is asked for. Names count without case and leading slash. */
export type OfficePackage = {
  /** As the file has them, in its order. */
  readonly names: readonly string[]
  readonly readBytes: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly readText: (name: string) => Promise<string | undefined>
}

export const largestWorkbookBytes = 20 * 1024 * 1024
const largestUnpackedBytes = 256 * 1024 * 1024
const mostEntries = 5000

/**
 * Opens the zip of an .xlsx or .docx. What its directory says of sizes is held to a fixed sum here, and every part is held
 * to what the directory says while it is unpacked. Throws `UnreadableWorkbook`.
 */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherFiles(file)
  const zip = await orDamaged(fromBufferPromise(file, { decodeStrings: false }))
  if (zip.entryCount > mostEntries) throw new UnreadableWorkbook('too-large')
  const entries = new Map<string, Entry>()
  const names: string[] = []
  await orDamaged(
    (async () => {
      for await (const entry of zip.eachEntry()) {
        const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
        const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
        names.push(name)
        entries.set(partKey(name), entry)
      }
    })(),
  )
  const all = [...entries.values()]
  if (all.some((entry) => entry.isEncrypted())) throw new UnreadableWorkbook('encrypted')
  if (all.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > largestUnpackedBytes) {
    throw new UnreadableWorkbook('too-large')
  }
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
  if (file.length > largestWorkbookBytes) throw new UnreadableWorkbook('too-large')
  if (file.subarray(0, 8).equals(oleSignature)) {
    const isEncrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new UnreadableWorkbook(isEncrypted ? 'encrypted' : 'old-xls')
  }
  if (file.length < 22 || file.readUInt16BE(0) !== 0x504b) throw new UnreadableWorkbook('not-xlsx')
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
