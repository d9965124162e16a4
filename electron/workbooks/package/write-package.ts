import { createHash } from 'node:crypto'
import {
  packageFormat,
  type PackageData,
  type PackageManifest,
  type PackagePaper,
} from '../../../shared/api/package-data.ts'
import { zipOf } from '../xlsx/zip-file.ts'
import { publicKeyOf, signManifest } from './package-signature.ts'

export type PackageToWrite = Pick<PackageManifest, 'id' | 'office' | 'madeAt' | 'program'> & {
  readonly data: DataToWrite
  readonly papers: readonly (Omit<PackagePaper, 'part'> & { readonly fileName: string; readonly bytes: Uint8Array })[]
  /** 32 bytes; it goes nowhere else. */
  readonly secretKey: Uint8Array
}

/** Without what the papers' parts are called, which writing decides. */
type DataToWrite = PackageData extends infer Data ? (Data extends PackageData ? Omit<Data, 'papers'> : never) : never

export const [manifestName, signatureName, dataName, papersFolder] = [
  'manifest.json',
  'signature.txt',
  'data.json',
  'papers/',
]

/** A package, signed: `docs/package-format.md`. The same content gives the same bytes. */
export function writePackage(asked: PackageToWrite): Uint8Array<ArrayBuffer> {
  const { id, office, madeAt, program, data, secretKey } = asked
  const papers = asked.papers.map(({ fileName, ...paper }, place) => ({
    ...paper,
    part: `${papersFolder}${String(place + 1).padStart(2, '0')} ${fileName.replaceAll(/[/\\]/g, '-')}`,
  }))
  const told = papers.map(({ part, kind, code, issuedOn }) => ({ part, kind, code, issuedOn }))
  const parts = new Map<string, Uint8Array>([
    [dataName, Buffer.from(JSON.stringify({ ...data, papers: told }))],
    ...papers.map(({ part, bytes }) => [part, bytes] as const),
  ])
  const manifest = {
    format: packageFormat,
    kind: data.kind,
    id,
    office,
    madeAt,
    program,
    key: publicKeyOf(secretKey),
    parts: [...parts].map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  } satisfies PackageManifest
  const signed = Buffer.from(JSON.stringify(manifest, null, 2))
  const files = {
    [manifestName]: signed,
    [signatureName]: Buffer.from(signManifest(signed, secretKey)),
    ...Object.fromEntries(parts),
  }
  return zipOf(files)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
