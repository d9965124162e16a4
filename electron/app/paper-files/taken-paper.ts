import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { YearParent } from '../../db/queries/years.ts'
import { paperFileLimits } from '../../file-limits.ts'
import { openDb } from '../commit.ts'
import { requireYearsOpenOf } from '../years/require-years-open.ts'
import { readPaper } from './paper-folder.ts'
import { checkPaperFile, isPaperFile } from './paper-kind.ts'

/** The row of the record that the file is for. */
type Owner = { readonly parent: YearParent; readonly id: number }

/**
 * The bytes of a file that a person gives to a record which has so many already, before anything of it is kept.
 *
 * @throws Refusal `workspace-read-only` and `year-closed` before a file is put beside a workspace that cannot name it;
 *   `paper-file-kind`, `paper-file-too-large`, `too-many-paper-files`
 */
export async function takePaper(
  app: AppContext,
  { file, of, already }: { readonly file: File; readonly of: Owner; readonly already: number },
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly sha256: string }> {
  if (app.workspace.current?.readOnly !== null) throw new Refusal('workspace-read-only')
  requireYearsOpenOf(openDb(app), of.parent, [of.id])
  const { name } = file
  const { bytes: limit, files } = paperFileLimits
  if (file.size > limit.most) throw new Refusal('paper-file-too-large', { name, megabytes: limit.most / limit.per })
  const bytes = new Uint8Array(await file.arrayBuffer())
  checkPaperFile({ name, bytes })
  if (already >= files.most) throw new Refusal('too-many-paper-files', { most: files.most })
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

type Stored = { readonly name: string; readonly storedName: string }

/** Opens a file of the folder with the system's program. @throws Refusal `host-cannot`, `paper-file-missing` */
export async function viewPaper(app: AppContext, file: Stored, path: string | null): Promise<void> {
  if (app.saving === null) throw new Refusal('host-cannot')
  const found = await readStored(file, path)
  await app.saving.openPaper(found.path)
}

/** The same as bytes, for a browser. @throws Refusal `paper-file-missing` */
export async function handPaper(file: Stored, path: string | null): Promise<File> {
  const { bytes } = await readStored(file, path)
  return new File([bytes], file.name, { type: 'application/octet-stream' })
}

/** @throws Refusal `paper-file-missing` where nothing lies there, or what lies there is no paper any more */
async function readStored({ name, storedName }: Stored, path: string | null) {
  const bytes = path === null ? null : await readPaper(path).catch(() => null)
  if (path === null || bytes === null || !isPaperFile(storedName, bytes)) {
    throw new Refusal('paper-file-missing', { name })
  }
  return { path, bytes }
}
