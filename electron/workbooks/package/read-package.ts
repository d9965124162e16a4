import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  packageDataSchema,
  packageFormat,
  packageManifestSchema,
  type PackageData,
  type PackageManifest,
} from '../../../shared/api/package-data.ts'
import { packageLimits } from '../../file-limits.ts'
import { openPackage, partKey, type OfficePackage } from '../xlsx/open-package.ts'
import { notAPackage, packageFault, readingPackage } from './package-fault.ts'
import { isSignedBy } from './package-signature.ts'
import { dataName, manifestName, signatureName } from './write-package.ts'

/** A package whose signature and every part are as its sender made them. Whether the key is the sender's, nothing in it tells. */
export type ReadPackage = {
  /** Of the file's bytes. */
  readonly sha256: string
  readonly manifest: PackageManifest
  readonly data: PackageData
  readonly papers: readonly ReadPaper[]
}

export type ReadPaper = {
  readonly part: string
  readonly kind: string
  readonly code: string
  readonly issuedOn: string | null
  readonly sha256: string
  readonly bytes: Uint8Array
}

/**
 * Reads a package and holds it to its manifest and its signature: nothing altered, nothing missing, nothing beside.
 *
 * @throws Refusal `package-unreadable` with what is wrong and in which part
 */
export function readPackage(bytes: Uint8Array): Promise<ReadPackage> {
  return readingPackage(async () => {
    const zip = await openPackage(bytes, packageLimits)
    if (![manifestName, signatureName, dataName].some((name) => zip.names.includes(name))) throw notAPackage()
    const signed = await requirePart(zip, manifestName)
    const manifest = readManifest(signed, await requirePart(zip, signatureName))
    const parts = await readParts(zip, manifest)
    const data = readData(parts.get(dataName))
    if (data.kind !== manifest.kind) throw packageFault('Mục lục và dữ liệu của gói nói khác nhau về loại gói')
    const papers = data.papers.map((paper) => {
      const part = parts.get(paper.part)
      if (part === undefined) throw packageFault(`Dữ liệu kể văn bản "${paper.part}" nhưng gói không có`)
      return { ...paper, sha256: sha256(part), bytes: part }
    })
    return { sha256: sha256(bytes), manifest, data, papers }
  })
}

/** The format first: a newer one may be signed and laid out in another way. */
function readManifest(signed: Uint8Array, signature: Uint8Array): PackageManifest {
  const said = parseJson(manifestName, signed)
  const { data: version } = z.object({ format: z.int().positive() }).safeParse(said)
  if (version === undefined) throw packageFault(`Thành phần ${manifestName} không nói định dạng của gói`)
  if (version.format > packageFormat) {
    const newer = `Gói thuộc định dạng ${version.format}, mới hơn định dạng ${packageFormat} mà chương trình này đọc được`
    throw packageFault(newer, 'Cập nhật chương trình rồi mở lại gói')
  }
  const { data: manifest, error } = packageManifestSchema.safeParse(said)
  if (manifest === undefined) throw packageFault(`Thành phần ${manifestName} sai quy cách${placeOf(error)}`)
  if (!isSignedBy(signed, { key: manifest.key, signature: new TextDecoder().decode(signature).trim() })) {
    throw packageFault(`Chữ ký không khớp: thành phần ${manifestName} hoặc ${signatureName} đã bị sửa sau khi ký`)
  }
  return manifest
}

async function readParts(zip: OfficePackage, manifest: PackageManifest): Promise<ReadonlyMap<string, Uint8Array>> {
  const listed = new Set([manifestName, signatureName, ...manifest.parts.map(({ name }) => partKey(name))])
  const beside = zip.names.find((name) => !listed.has(partKey(name)))
  if (beside !== undefined) throw packageFault(`Gói có thành phần "${beside}" không ghi trong mục lục`)
  const parts = new Map<string, Uint8Array>()
  for (const { name, size, sha256: wanted } of manifest.parts) {
    const bytes = await requirePart(zip, name)
    if (bytes.length !== size || sha256(bytes) !== wanted) {
      throw packageFault(`Thành phần "${name}" đã bị thay đổi sau khi ký`)
    }
    parts.set(name, bytes)
  }
  return parts
}

function readData(bytes: Uint8Array | undefined): PackageData {
  if (bytes === undefined) throw packageFault(`Gói thiếu thành phần "${dataName}"`)
  const { data, error } = packageDataSchema.safeParse(parseJson(dataName, bytes))
  if (data === undefined) throw packageFault(`Thành phần ${dataName} sai quy cách${placeOf(error)}`)
  const rows = data.products.map(({ row }) => row)
  if (new Set(rows).size < rows.length) throw packageFault(`Thành phần ${dataName} có hai sản phẩm cùng một số dòng`)
  return data
}

async function requirePart(zip: OfficePackage, name: string): Promise<Uint8Array> {
  const bytes = await zip.readBytes(name)
  if (bytes === undefined) throw packageFault(`Gói thiếu thành phần "${name}"`)
  return bytes
}

function parseJson(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw packageFault(`Thành phần ${name} không phải là JSON`)
  }
}

/** ` tại products.3.name`: where in the part, as its keys lead there. */
const placeOf = (error: z.ZodError | undefined): string => {
  const path = error?.issues[0]?.path.join('.') ?? ''
  return path === '' ? '' : ` tại ${path}`
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
