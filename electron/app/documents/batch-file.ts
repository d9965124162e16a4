import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/** A finished batch that waits to be taken: one an application, in a folder of its own. */
type BatchFile = { readonly id: number; readonly folder: string; readonly name: string; readonly type: string }

/** Of each application its folders, and the finished batch in one of them. */
type Batches = { readonly folders: Set<string>; finished: BatchFile | null; count: number }

const batches = new WeakMap<AppContext, Batches>()

function batchesOf(app: AppContext): Batches {
  const known = batches.get(app) ?? { folders: new Set(), finished: null, count: 0 }
  batches.set(app, known)
  return known
}

/** A folder for a batch in the making; whoever made it removes it unless the batch is kept. */
export function makeBatchFolder(app: AppContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dong-ocop-batch-'))
  batchesOf(app).folders.add(folder)
  return folder
}

export function removeBatchFolder(app: AppContext, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  batchesOf(app).folders.delete(folder)
}

/** Keeps a finished batch until it is replaced. */
export function keepBatch(
  app: AppContext,
  batch: Omit<BatchFile, 'id'>,
): { readonly id: number; readonly bytes: number } {
  const known = batchesOf(app)
  if (known.finished !== null) removeBatchFolder(app, known.finished.folder)
  known.finished = { ...batch, id: (known.count += 1) }
  return { id: known.count, bytes: statSync(join(batch.folder, batch.name)).size }
}

/** Read from disk as it is sent, never whole. @throws Refusal `batch-gone` */
export async function takeBatch(app: AppContext, id: number): Promise<File> {
  const { finished } = batchesOf(app)
  if (finished?.id !== id) throw new Refusal('batch-gone')
  const blob = await openAsBlob(join(finished.folder, finished.name), { type: finished.type })
  return new File([blob], finished.name, { type: finished.type })
}

/** Forgets every batch, also one in the making: names and scores do not stay behind in a temporary folder. */
export function dropBatches(app: AppContext): void {
  const { folders } = batchesOf(app)
  for (const folder of folders) removeBatchFolder(app, folder)
  batchesOf(app).finished = null
}
