import type { BackupOccasion } from '../../../shared/domain/backups/retention.ts'
import type { AppContext } from '../../context.ts'
import { askedHere } from '../people/asked-here.ts'
import { requireAllowed } from '../people/require-allowed.ts'
import { beginBackup } from './make-backup.ts'

/** What is backed up before a procedure of that name runs: it waits for the copy, not for its check. */
const before: Readonly<Record<string, BackupOccasion>> = {
  'sessions.open': 'meeting',
  'room.switchOn': 'meeting',
  'workspace.open': 'close',
  'workspace.create': 'close',
  'workspace.adopt': 'close',
  'workspace.openSample': 'close',
  'workspace.close': 'close',
}

/** Once a file is open, what its last closing could not back up is. */
const opening: ReadonlySet<string> = new Set(['workspace.open', 'workspace.adopt'])

/** Runs a procedure with the backups that belong to it. */
export async function withBackups<Result>(
  app: AppContext,
  { path, next }: { readonly path: readonly string[]; readonly next: () => Promise<Result> },
): Promise<Result> {
  const name = path.join('.')
  const occasion = before[name]
  if (!app.backups.isAutomatic) return next()
  if (occasion !== undefined) {
    const requireStill = askedHere(app)
    await beginBackup(app, occasion).copied
    if (occasion === 'meeting') requireStill()
    requireAllowed(app, path)
  }
  const result = await next()
  if (opening.has(name)) beginBackup(app, 'opening')
  return result
}

/** Looks every few minutes whether an hour's work, or one that failed, is to be backed up; until the answered function is called. */
export function watchBackups(app: AppContext): () => void {
  const timer = setInterval(() => backUpHourly(app), lookEvery)
  timer.unref()
  return () => clearInterval(timer)
}

/** What is asked at each look. */
export function backUpHourly(app: AppContext): void {
  const { isAutomatic, trouble, lastAt } = app.backups
  if (!isAutomatic || app.workspace.current === null) return
  if (trouble !== null || app.clock.now().getTime() - lastAt >= hour) beginBackup(app, 'hourly')
}

/**
 * Backs the open file up before it is closed for good.
 *
 * @returns what is still to be waited for once it is closed: the check of the copy, which does not need the file
 */
export async function backUpOnQuitting(app: AppContext): Promise<() => Promise<void>> {
  await beginBackup(app, 'close').copied
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, patience)
    await Promise.race([Promise.all(app.backups.checking), promise])
    clearTimeout(timer)
  }
}

const hour = 60 * 60_000
const lookEvery = 5 * 60_000

/** In milliseconds: a check that takes longer is made at the next opening. */
const patience = 20_000
