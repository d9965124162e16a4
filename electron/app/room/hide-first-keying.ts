import type { Ballot } from '../../../shared/api/ballots.ts'
import type { ReadDb } from '../../db/handles.ts'
import { hasKeyed } from '../../db/queries/ballot-changes.ts'
import { regulationOf } from '../../db/queries/councils.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'

type Clerk = { readonly db: ReadDb; readonly sessionId: number; readonly label: string }

/**
 * Where the regulations ask for second keying, a clerk sees nothing of a confirmed ballot that others keyed: it may be
 * the clerk who keys it a second time. Whoever opens it again sees it, and is one of those who keyed it from then on.
 */
export function hideFirstKeying<Output>({ db, sessionId, label }: Clerk, output: Output): Output {
  if (regulationOf(requireFound(findSession(db, sessionId))).verification === 'off') return output
  const hide = (each: unknown): unknown =>
    isBallot(each) && each.state === 'confirmed' && !hasKeyed(db, each, label)
      ? ({
          ...each,
          choices: each.choices.map(() => null),
          totals: { total: 0, parts: { A: 0, B: 0, C: 0 }, answered: 0, isComplete: false },
          opinion: '',
          isHidden: true,
        } satisfies Ballot)
      : each
  return (Array.isArray(output) ? output.map(hide) : hide(output)) as Output
}

const isBallot = (value: unknown): value is Ballot =>
  typeof value === 'object' && value !== null && 'totals' in value && 'choices' in value
