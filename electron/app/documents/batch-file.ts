import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/** A finished batch that waits to be taken: one an application, in a folder of its own. */
type BatchFile = { readonly id: number; readonly folder: string; readonly name: string; readonly type: string }

const finished = new WeakMap<AppContext, BatchFile>()
const counts = new WeakMap<AppContext, number>()

/** A folder for a batch in the making; whoever made it removes it unless the batch is kept. */
export function makeBatchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hoi-dong-ocop-batch-'))
}

export function removeBatchFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Keeps a finished batch until it is replaced. */
export function keepBatch(
  app: AppContext,
  batch: Omit<BatchFile, 'id'>,
): { readonly id: number; readonly bytes: number } {
  dropBatch(app)
  const id = (counts.get(app) ?? 0) + 1
  counts.set(app, id)
  finished.set(app, { ...batch, id })
  return { id, bytes: statSync(join(batch.folder, batch.name)).size }
}

/** Read from disk as it is sent, never whole. @throws Refusal `batch-gone` */
export async function takeBatch(app: AppContext, id: number): Promise<File> {
  const batch = finished.get(app)
  if (batch === undefined || batch.id !== id) throw new Refusal('batch-gone')
  const blob = await openAsBlob(join(batch.folder, batch.name), { type: batch.type })
  return new File([blob], batch.name, { type: batch.type })
}

/** Forgets the finished batch and its file: names and scores do not stay behind in a temporary folder. */
export function dropBatch(app: AppContext): void {
  const batch = finished.get(app)
  if (batch === undefined) return
  finished.delete(app)
  removeBatchFolder(batch.folder)
}
