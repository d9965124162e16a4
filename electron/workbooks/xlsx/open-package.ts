import { inflateRawSync } from 'node:zlib'

/** Why a file cannot be read as a workbook at all. */
export type UnreadableReason = 'empty' | 'too-large' | 'not-xlsx' | 'old-xls' | 'encrypted' | 'damaged'

/** Thrown for a file that is refused before its cells are looked at. */
export class UnreadableWorkbook extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(`unreadable workbook: ${reason}`, { cause })
    this.name = 'UnreadableWorkbook'
    this.reason = reason
  }
}

/** Reads one part of the package as XML text; undefined where there is none. */
export type PackageParts = (name: string) => string | undefined

export const largestWorkbookBytes = 20 * 1024 * 1024
const largestInflatedBytes = 256 * 1024 * 1024
const mostEntries = 5000

/**
 * Opens the zip of an .xlsx without trusting what its headers say of sizes: parts are inflated one by one, only when
 * asked for, and never past a fixed sum. Throws `UnreadableWorkbook`.
 */
export function openPackage(bytes: Uint8Array): PackageParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherFiles(file)
  const entries = readDirectory(file)
  let remaining = largestInflatedBytes
  return (name) => {
    const entry = entries.get(name.replace(/^\/+/, '').toLowerCase())
    if (entry === undefined) return undefined
    const content = inflate({ file, entry, limit: remaining })
    remaining -= content.length
    return decodeXml(content)
  }
}

type Entry = { readonly method: number; readonly offset: number; readonly compressedSize: number }

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

function readDirectory(file: Buffer): ReadonlyMap<string, Entry> {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > file.length) throw new UnreadableWorkbook('damaged')
  const count = file.readUInt16LE(end + 10)
  if (count > mostEntries) throw new UnreadableWorkbook('too-large')
  const entries = new Map<string, Entry>()
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new UnreadableWorkbook('damaged')
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new UnreadableWorkbook('encrypted')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(), {
      method: file.readUInt16LE(at + 10),
      compressedSize: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function inflate({ file, entry, limit }: { file: Buffer; entry: Entry; limit: number }): Buffer {
  const { offset, compressedSize, method } = entry
  if (offset + 30 > file.length) throw new UnreadableWorkbook('damaged')
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + compressedSize > file.length) throw new UnreadableWorkbook('damaged')
  const content = file.subarray(start, start + compressedSize)
  if (method === 0 && content.length <= limit) return content
  if (method !== 8 || limit <= 0) throw new UnreadableWorkbook(method === 8 || method === 0 ? 'too-large' : 'damaged')
  try {
    return inflateRawSync(content, { maxOutputLength: limit })
  } catch (error) {
    const isBomb = error instanceof RangeError
    throw new UnreadableWorkbook(isBomb ? 'too-large' : 'damaged')
  }
}

function decodeXml(content: Buffer): string {
  const isUtf16 = content.length > 1 && (content.readUInt16BE(0) === 0xfffe || content.readUInt16BE(0) === 0xfeff)
  const encoding = !isUtf16 ? 'utf-8' : content[0] === 0xff ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(content)
  // A document type can define entities that expand without end; no spreadsheet program writes one.
  if (text.includes('<!DOCTYPE')) throw new UnreadableWorkbook('damaged')
  return text
}
