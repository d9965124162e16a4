import { extname } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import { paperFileLimits } from '../../file-limits.ts'

/** Kinds of files that a dossier takes, each by the first bytes that all of that kind have. */
const kinds: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '.pdf': [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  '.jpg': [[0xff, 0xd8, 0xff]],
  '.jpeg': [[0xff, 0xd8, 0xff]],
  '.png': [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  '.webp': [[0x52, 0x49, 0x46, 0x46]],
  '.docx': [[0x50, 0x4b, 0x03, 0x04]],
  '.xlsx': [[0x50, 0x4b, 0x03, 0x04]],
}

/** Kinds that a scanner writes beside those: kept of ballots, never of dossiers, whose papers the window shows. */
const ofScans: typeof kinds = {
  '.tif': [
    [0x49, 0x49, 0x2a, 0],
    [0x4d, 0x4d, 0, 0x2a],
  ],
}

/** True for a name that the system opens as a paper, never as a program. */
export function hasPaperEnding(name: string): boolean {
  const ending = extname(name).toLowerCase()
  return ending in kinds || ending in ofScans
}

/** True where the bytes begin as a file of that name's kind does. */
export function isPaperFile(name: string, bytes: Uint8Array): boolean {
  const ending = extname(name).toLowerCase()
  return (kinds[ending] ?? ofScans[ending] ?? []).some((head) => head.every((byte, at) => bytes[at] === byte))
}

/** @throws Refusal `paper-file-kind`, `paper-file-too-large` */
export function checkPaperFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
  const { most, per } = paperFileLimits.bytes
  if (bytes.length > most) throw new Refusal('paper-file-too-large', { name, megabytes: most / per })
  const isDossierKind = extname(name).toLowerCase() in kinds
  if (bytes.length === 0 || !isDossierKind || !isPaperFile(name, bytes)) throw new Refusal('paper-file-kind', { name })
}
