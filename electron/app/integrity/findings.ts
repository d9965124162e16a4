import type { IntegrityFault, IntegrityPart, IntegrityReport } from '../../../shared/api/integrity.ts'
import { fileRefusal } from '../../db/file-trouble.ts'

/** Of each part: a file that is altered throughout has hundreds of thousands, which nobody reads. */
const mostListed = 500

type Said = IntegrityReport['notes'][number]

export type Findings = {
  readonly fault: (fault: IntegrityFault) => void
  readonly note: (note: Said) => void
  readonly leftOut: (reason: Said) => void
  readonly count: (what: string, by?: number) => void
  /** Where a part cannot be read to its end, that is a fault of it, and the next one is looked at. */
  readonly within: (part: IntegrityPart, look: () => Steps) => Steps
  readonly report: () => IntegrityReport
}

/** One may pause at each: how much of a part is done. */
export type Steps = Generator<{ readonly part: IntegrityPart; readonly done: number; readonly of: number }>

/** Gathers what a check finds. */
export function createFindings(): Findings {
  const faults: IntegrityFault[] = []
  const counts: Partial<Record<IntegrityPart, number>> = {}
  const [notes, notChecked]: [Said[], Said[]] = [[], []]
  const checked: Record<string, number> = {}

  const fault = (found: IntegrityFault): void => {
    const count = (counts[found.part] ?? 0) + 1
    counts[found.part] = count
    if (count <= mostListed) faults.push(found)
  }

  return {
    fault,
    note: (note) => void notes.push(note),
    leftOut: (reason) => void notChecked.push(reason),
    count: (what, by = 1) => void (checked[what] = (checked[what] ?? 0) + by),
    within: function* (part, look) {
      try {
        yield* look()
      } catch (error) {
        if (fileRefusal(error)?.reason === 'workspace-damaged') fault({ part, kind: 'unreadable-damaged', facts: {} })
        else
          fault({
            part,
            kind: 'unreadable',
            facts: { message: error instanceof Error ? error.message : String(error) },
          })
      }
    },
    report: () => ({
      events: checked['events'] ?? 0,
      isIntact: faults.length === 0,
      faults,
      unlisted: Object.fromEntries(
        Object.entries(counts).flatMap(([part, count]) => (count > mostListed ? [[part, count - mostListed]] : [])),
      ),
      notes,
      checked,
      notChecked,
      codes: [],
    }),
  }
}
