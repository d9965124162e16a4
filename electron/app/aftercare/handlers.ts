import type { WithdrawalFields } from '../../../shared/api/aftercare.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { doubtsOfCase } from '../../../shared/domain/aftercare/doubts.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findWithdrawal,
  findWithdrawalOf,
  insertWithdrawal,
  isRecognition,
  updateWithdrawal,
} from '../../db/queries/withdrawals.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { requireAccepted } from '../require-accepted.ts'
import { requirePast } from '../require-past.ts'
import { inspectionHandlers } from './inspection-handlers.ts'
import { lawOn, listWithdrawalsOn, requireDecidable, toWithdrawal } from './withdrawals.ts'

export function aftercareHandlers(app: AppContext) {
  const findCase = (db: ReadDb, id: number) => {
    const row = requireFound(findWithdrawal(db, id))
    return { row, one: toWithdrawal(app, db, { row, day: vietnamDay(app.clock.now()) }) }
  }
  return {
    inspections: inspectionHandlers(app),

    withdrawals: {
      list: procedures.aftercare.withdrawals.list.handler(({ input }) => listWithdrawalsOn(app, openDb(app), input)),

      ...commandsAt(app, 'aftercare.withdrawals').inside({
        open: (db, { input: { source, id: refId, fields, accepted }, now }) => {
          const ref = { source, id: refId }
          if (!isRecognition(db, ref)) throw new Refusal('not-found')
          const twin = findWithdrawalOf(db, ref)
          if (twin !== null) throw new Refusal('withdrawal-open', { name: twin.productName })
          const today = vietnamDay(now)
          const law = requireFound(lawOn(app, today))
          checkFields(fields, { today, grounds: law.rules.withdrawal?.grounds.map(({ key }) => key) ?? [] })
          const id = insertWithdrawal(db, {
            ...columnsFor(fields),
            certificateId: source === 'session' ? refId : null,
            recognitionId: source === 'list' ? refId : null,
            ruleSetId: law.ruleSet.id,
            openedAt: now,
          })
          const { recognisedOn } = requireFound(findWithdrawal(db, id))
          const doubted = requireAccepted(doubtsOfCase({ ...fields, recognisedOn }), accepted)
          return {
            result: { id },
            audit: { subject: `withdrawal:${id}`, detail: { source, refId, to: fields, ...doubted } },
          }
        },

        save: (db, { input, now }) => {
          const { row, one } = findCase(db, input.id)
          if (one.decision !== null || row.droppedOn !== null) throw new Refusal('withdrawal-closed')
          const from = fieldsOf(row)
          const to = layPatch<WithdrawalFields>(from, input.fields)
          const { grounds = [] } = app.rules.aftercare(row.ruleSetId).withdrawal ?? {}
          checkFields(to, { today: vietnamDay(now), grounds: grounds.map(({ key }) => key) })
          const { recognisedOn } = row
          const known = doubtsOfCase({ ...from, recognisedOn })
          const doubts = doubtsOfCase({ ...to, recognisedOn }).filter((doubt) => !known.includes(doubt))
          const doubted = requireAccepted(doubts, input.accepted)
          updateWithdrawal(db, row.id, columnsFor(to))
          return { result: undefined, audit: { subject: `withdrawal:${row.id}`, detail: { from, to, ...doubted } } }
        },

        decide: (db, { input: { id, decision, reason }, now }) => {
          const { row, one } = findCase(db, id)
          if (one.decision?.from === 'registered') throw new Refusal('withdrawal-numbered', { code: one.decision.code })
          if (row.droppedOn !== null) throw new Refusal('withdrawal-closed')
          const from = row.decidedOn === null ? null : { decisionNumber: row.decisionNumber, decidedOn: row.decidedOn }
          const to = decision === null ? null : { decisionNumber: decision.number, decidedOn: decision.on }
          if (decision === null && reason === '') throw new Refusal('reason-required')
          if (decision !== null) requireDecidable(decision.on, { concludedOn: row.concludedOn, today: vietnamDay(now) })
          updateWithdrawal(db, id, to ?? { decisionNumber: '', decidedOn: null })
          const detail = { from, to, reason }
          return { result: undefined, audit: { subject: `withdrawal:${id}`, detail } }
        },

        drop: (db, { input: { id, reason }, now }) => {
          const { row, one } = findCase(db, id)
          if (one.decision !== null) throw new Refusal('withdrawal-closed')
          const from = row.droppedOn === null ? null : row.dropReason
          if (from === reason) return { result: undefined, audit: null }
          updateWithdrawal(db, id, { droppedOn: reason === null ? null : vietnamDay(now), dropReason: reason ?? '' })
          return { result: undefined, audit: { subject: `withdrawal:${id}`, detail: { from, to: reason } } }
        },
      }),
    },
  }
}

/** @throws Refusal `ground-required`, `day-to-come` */
function checkFields(
  { ground, groundText, knownOn, concludedOn }: WithdrawalFields,
  { today, grounds }: { readonly today: string; readonly grounds: readonly string[] },
): void {
  const isSaid = ground === null ? groundText !== '' : grounds.includes(ground)
  if (!isSaid) throw new Refusal('ground-required')
  requirePast(knownOn, today)
  requirePast(concludedOn, today)
}

function columnsFor({ groundText, ...fields }: WithdrawalFields) {
  return { ...fields, groundText: fields.ground === null ? groundText : '' }
}

function fieldsOf(row: WithdrawalFields): WithdrawalFields {
  const { ground, groundText, facts, knownOn, concludedBy, conclusion, concludedOn } = row
  return { ground, groundText, facts, knownOn, concludedBy, conclusion, concludedOn }
}
