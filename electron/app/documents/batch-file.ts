import { openAsBlob, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { removeTempFolder } from '../temp-folders.ts'

/** A finished batch that waits to be taken: one an application, in a folder of its own. */
type BatchFile = { readonly id: number; readonly folder: string; readonly name: string; readonly type: string }

const finished = new WeakMap<AppContext, BatchFile>()

/** Keeps a finished batch until it is replaced. */
export function keepBatch(
  app: AppContext,
  batch: Omit<BatchFile, 'id'>,
): { readonly id: number; readonly bytes: number } {
  const last = finished.get(app)
  if (last !== undefined) removeTempFolder(app, last.folder)
  const id = (last?.id ?? 0) + 1
  finished.set(app, { ...batch, id })
  return { id, bytes: statSync(join(batch.folder, batch.name)).size }
}

/** Where it lies. @throws Refusal `batch-gone` */
export function findBatch(app: AppContext, id: number): { readonly from: string; readonly name: string } {
  const { folder, name } = finishedBatch(app, id)
  return { from: join(folder, name), name }
}

/** Read from disk as it is sent, never whole. @throws Refusal `batch-gone` */
export async function takeBatch(app: AppContext, id: number): Promise<File> {
  const batch = finishedBatch(app, id)
  const blob = await openAsBlob(join(batch.folder, batch.name), { type: batch.type })
  return new File([blob], batch.name, { type: batch.type })
}

function finishedBatch(app: AppContext, id: number): BatchFile {
  const batch = finished.get(app)
  if (batch?.id !== id) throw new Refusal('batch-gone')
  return batch
}
