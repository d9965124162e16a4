import { accessSync, constants, statSync } from 'node:fs'
import { Refusal, type RefusalReason } from '../../shared/api/refusal.ts'
import { fileRefusal } from '../db/file-trouble.ts'

/**
 * What hinders keeping backups in a folder, told before one is tried; null where nothing does, and where it is still to be
 * made.
 */
export function troubleOfStore(folder: string): Refusal | null {
  try {
    const stats = statSync(folder, { throwIfNoEntry: false })
    if (stats === undefined) return null
    if (!stats.isDirectory()) return new Refusal('backups-unwritable', { folder })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch {
    return new Refusal('backups-unwritable', { folder })
  }
}

/** An error met in a folder of backups, in words for it: the file itself is well. Any other error as it is. */
export function storeRefusal(error: unknown, folder: string): unknown {
  const trouble = troubleOfStore(folder)
  if (trouble !== null) return trouble
  const reason = fileRefusal(error)?.reason
  const told = reason === undefined ? undefined : reasonsOfStore[reason]
  return told === undefined ? error : new Refusal(told, { folder })
}

const reasonsOfStore: Readonly<Partial<Record<RefusalReason, RefusalReason>>> = {
  'disk-full': 'backups-full',
  'place-read-only': 'backups-unwritable',
  'place-gone': 'backups-unwritable',
}
