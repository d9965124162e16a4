import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { withFileStates, type SeenIndexFile } from '../../documents/office-papers/dossier/dossier-index.ts'
import { renderPapers } from '../../documents/office-papers/render-papers.ts'
import { openZipFile } from '../../workbooks/xlsx/zip-file.ts'
import type { DossiersToPack, PackedDossiers } from '../dossier-pack.ts'
import type { JobTools } from '../job.ts'
import type { Jobs } from '../jobs.ts'

/**
 * Every file of these dossiers as it lies on the disk, piece by piece, each dossier with its index; a list of SHA-256 that
 * `sha256sum -c` reads, and where something lacks or was altered, what.
 */
export async function packDossiers(
  { path, now, dossiers }: DossiersToPack,
  tools: JobTools<Jobs['pack-dossiers']['progress']>,
  resources: string,
): Promise<PackedDossiers> {
  const zip = openZipFile(path)
  const sums: string[] = []
  const missing: string[] = []
  const altered: string[] = []
  const put = (name: string, bytes: Uint8Array): void => {
    zip.begin(name)
    zip.write(bytes)
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
  }
  const of = dossiers.reduce((sum, { files }) => sum + files.length + 1, 0)
  let done = 0
  const tell = (name: string): void => {
    done += 1
    tools.tell({ kind: 'progress', done, of, name })
  }
  let isWhole = false
  try {
    for (const { folder, index, files } of dossiers) {
      const seen: SeenIndexFile[] = []
      for (const { name, givenName, at, sha256 } of files) {
        const found = at === null ? null : await copyInto({ at, name, zip, breathe: tools.breathe })
        seen.push({
          name: givenName,
          sha256,
          state: found === null ? 'missing' : found === sha256 ? 'there' : 'altered',
        })
        if (found === null) missing.push(name)
        else sums.push(`${found}  ${name}`)
        if (found !== null && found !== sha256) altered.push(name)
        tell(name)
        await tools.breathe()
      }
      if (index !== null) {
        const facts = withFileStates(index, seen)
        const papers = [{ kind: 'dossier-index' as const, facts, issue: null, isChanged: false }]
        const { breathe } = tools
        const { bytes } = await renderPapers({ papers, format: 'pdf', now, resources, foot: '', breathe })
        put(`${folder}/Muc-luc-ho-so.pdf`, bytes)
      }
      tell(folder)
    }
    const note = noteOf({ missing, altered })
    if (note !== '') put('KIEM-TRA.txt', new TextEncoder().encode(`\ufeff${note}`))
    zip.begin('SHA256SUMS.txt')
    zip.write(new TextEncoder().encode(sums.map((line) => `${line}\n`).join('')))
    zip.finish()
    isWhole = true
  } finally {
    if (!isWhole) zip.abandon()
  }
  return { files: sums.length, missing, altered }
}

const pieceBytes = 1024 * 1024

type Copied = Pick<ReturnType<typeof openZipFile>, 'begin' | 'write'>

/** SHA-256 of what was copied; null where nothing is there any more. */
async function copyInto(from: {
  readonly at: string
  readonly name: string
  readonly zip: Copied
  readonly breathe: () => Promise<void>
}): Promise<string | null> {
  const file = await open(from.at, 'r').catch(() => null)
  if (file === null) return null
  try {
    const hash = createHash('sha256')
    from.zip.begin(from.name)
    for (;;) {
      // The zip may keep a piece until it has written it: each has bytes of its own.
      const { bytesRead, buffer } = await file.read(new Uint8Array(pieceBytes), 0, pieceBytes)
      if (bytesRead === 0) break
      const piece = buffer.subarray(0, bytesRead)
      hash.update(piece)
      from.zip.write(piece)
      await from.breathe()
    }
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

function noteOf({ missing, altered }: Pick<PackedDossiers, 'missing' | 'altered'>): string {
  const part = (head: string, names: readonly string[]) =>
    names.length === 0 ? [] : [head, ...names.map((name) => `- ${name}`), '']
  return [
    ...part('Các tệp sau có trong hồ sơ nhưng không còn trong thư mục bên cạnh tệp hồ sơ hội đồng:', missing),
    ...part('Các tệp sau có nội dung khác so với khi tiếp nhận (SHA-256 không khớp):', altered),
  ].join('\r\n')
}
