import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/**
 * For a call that waits (a hash, the worker, a dialog) between what it was allowed by and what it writes: the answered
 * function lets it go on only in the same file, with the same person in the same role at the desk. A lock in between
 * takes nothing back: what was asked before it is finished.
 *
 * @throws Refusal `changed-meanwhile`, from the answered function
 */
export function askedHere(app: Pick<AppContext, 'workspace' | 'desk'>): () => void {
  const file = app.workspace.current?.db
  const who = whoWorks(app)
  return () => {
    if (app.workspace.current?.db !== file || whoWorks(app) !== who) throw new Refusal('changed-meanwhile')
  }
}

const whoWorks = ({ desk: { at } }: Pick<AppContext, 'desk'>): string =>
  at.person === null ? at.name : `${at.person.id} ${at.person.role}`
