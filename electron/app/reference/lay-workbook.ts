import { createHash } from 'node:crypto'
import type { ReferencePreview } from '../../../shared/api/reference.ts'
import { choiceAt, type ChoiceText } from '../../../shared/domain/ballot/choice-text.ts'
import { layChoices, type LaidChoices } from '../../../shared/domain/ballot/lay-choices.ts'
import { writeCell } from '../../../shared/domain/ballot/read-cell.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listReferenceOfSession, type ReferenceRow } from '../../db/queries/reference.ts'
import type { ReferenceReading } from '../../workbooks/session/read-reference-workbook.ts'
import type { ReferenceItem, ScoredReference } from '../../workbooks/session/reference-workbook.ts'
import { requireFound } from '../commit.ts'
import { blankReference } from './read-reference.ts'
import { readReferenceFrame } from './reference-frame.ts'

/** A sheet of a workbook over what is keyed. */
type LaidSheet = LaidChoices & {
  readonly item: ReferenceItem
  /** With revision 0 where nothing was. */
  readonly before: Omit<ReferenceRow, 'savedAt'>
}

/** What a workbook says of a session's products, over what is keyed, as it stands in the workbook. */
export function laidOver(db: ReadDb, sessionId: number, scored: readonly ScoredReference[]): readonly LaidSheet[] {
  const { items } = readReferenceFrame(db, sessionId)
  const known = listReferenceOfSession(db, sessionId)
  return scored.map(({ itemId, source, choices }) => {
    const item = requireFound(items.find(({ id }) => id === itemId))
    const before =
      known.find((row) => row.agendaItemId === itemId && row.source === source) ??
      blankReference(item.form, { agendaItemId: itemId, source })
    return { item, before, ...layChoices(before.choices, choices) }
  })
}

/** What it would change, for a person to look at. */
export function previewOf(
  db: ReadDb,
  sessionId: number,
  { faults, notices, scored }: ReferenceReading,
): ReferencePreview {
  const laid = laidOver(db, sessionId, scored)
  const changes = laid.map(({ item: { code, productName, criteriaCase, form }, before, ...after }) => ({
    agendaItemId: before.agendaItemId,
    source: before.source,
    code,
    productName,
    added: after.added.length,
    same: after.same.length,
    replaced: after.replaced.map((index) => {
      const { criterion } = requireFound(listCriteria(form)[index])
      const cellOf = (choices: ChoiceText) => writeCell({ criterion, criteriaCase, choice: choiceAt(choices, index) })
      return { criterion: criterion.code, from: cellOf(before.choices), to: cellOf(after.choices) }
    }),
    criteria: listCriteria(form).length,
    mostPoints: mostPoints(form),
    before: totalBallot(form, before.choices),
    after: totalBallot(form, after.choices),
  }))
  return { faults, notices, changes, seen: seenOf(laid) }
}

/** The same for the same sheets over the same scores, and for nothing else. */
export function seenOf(laid: readonly LaidSheet[]): string {
  const sheets = laid.map(({ before, choices }) => [before.agendaItemId, before.source, before.choices, choices])
  return createHash('sha256').update(JSON.stringify(sheets)).digest('hex')
}
