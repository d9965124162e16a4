import { vietnamDay } from '../calendar/vietnam-day.ts'

/** Why a backup was made: `migration` and `restore` came before something that cannot be taken back otherwise. */
export const backupOccasions = ['close', 'opening', 'meeting', 'hourly', 'asked', 'migration', 'restore'] as const
export type BackupOccasion = (typeof backupOccasions)[number]

/** What retention looks at: one verified backup of a file. */
export type KeptBackup = {
  readonly id: string
  /** ISO time. */
  readonly madeAt: string
  readonly occasion: BackupOccasion
  /** Bytes. */
  readonly size: number
}

/** How many backups of one file stay, and in how much space. */
export type RetentionRules = {
  /** The newest ones, whatever their day. */
  readonly newest: number
  /** Days of which the last one stays. */
  readonly days: number
  /** Months of which the last one stays. */
  readonly months: number
  /** Bytes of all that is not kept for good. */
  readonly budget: number
}

export const usualRetention: RetentionRules = { newest: 10, days: 14, months: 24, budget: 2 * 1024 ** 3 }

/**
 * Ids of the backups of one file that may go. What came before a migration or a restore stays for good, and the newest
 * one stays whatever it weighs; of the others the newest stay, the last of each day and of each month, as far as the
 * budget goes: beyond it the oldest go first. Days are Vietnam's.
 */
export function backupsToDrop(
  backups: readonly KeptBackup[],
  rules: RetentionRules = usualRetention,
): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt) || b.id.localeCompare(a.id))
  const passing = newestFirst.filter(({ occasion }) => !keptForGood.has(occasion))
  const wanted = new Set([
    ...passing.slice(0, rules.newest),
    ...lastOfEach(passing, ({ madeAt }) => vietnamDay(madeAt)).slice(0, rules.days),
    ...lastOfEach(passing, ({ madeAt }) => vietnamDay(madeAt).slice(0, 7)).slice(0, rules.months),
  ])
  let left = rules.budget
  return passing.flatMap((backup) => {
    const isNewest = backup === newestFirst[0]
    if (!isNewest && (!wanted.has(backup) || backup.size > left)) {
      // What is older than one that had no room goes as well.
      if (wanted.has(backup)) left = 0
      return [backup.id]
    }
    left -= backup.size
    return []
  })
}

const keptForGood: ReadonlySet<BackupOccasion> = new Set(['migration', 'restore'])

/** The first of each group, in the order given. */
function lastOfEach(
  newestFirst: readonly KeptBackup[],
  groupOf: (backup: KeptBackup) => string,
): readonly KeptBackup[] {
  const groups = new Map<string, KeptBackup>()
  for (const backup of newestFirst) if (!groups.has(groupOf(backup))) groups.set(groupOf(backup), backup)
  return [...groups.values()]
}
