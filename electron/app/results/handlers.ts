import { Refusal } from '../../../shared/api/refusal.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { conclusionProblem } from '../../../shared/domain/session/conclusion-problem.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { type DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { carryBallots } from '../../../shared/domain/session/carry-ballots.ts'
import { doubtsOfRevealing } from '../../../shared/domain/session/doubts.ts'
import type { MemberRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import {
  deleteAgreedLevel,
  findRoundReason,
  insertScoringRound,
  updateRoundReason,
  upsertAgreedLevel,
} from '../../db/queries/agenda-facts.ts'
import { copyRound } from '../../db/queries/ballots.ts'
import { loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findAgendaItem, updateAgendaItem, type AgendaItemRow } from '../../db/queries/sessions.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { requireAccepted } from '../require-accepted.ts'
import { itemChange, unlockedItem } from '../sessions/guard.ts'
import { buildSessionRecord, readItemRecord, readSessionFrame } from '../sessions/session-record.ts'
import { readProjectorView } from './projector-view.ts'

export function resultsHandlers(app: AppContext) {
  return {
    session: procedures.results.session.handler(({ input }) =>
      withoutForms(buildSessionRecord(openDb(app), input.sessionId)),
    ),

    projector: procedures.results.projector.handler(({ input }) => readProjectorView(openDb(app), input.sessionId)),

    ...commandsAt(app, 'results').inside({
      setAgreedLevel: (db, { input }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const form = loadSealedCriteriaSet(db, item.criteriaFileId)
        const { criterion } = requireFound(listCriteria(form)[input.criterionIndex])
        if (input.option !== null && input.option > criterion.options.length) {
          throw new Refusal('option-not-offered', { criterion: criterion.code, option: input.option })
        }
        const { option: to, reason } = input
        if (to !== null && reason === '') throw new Refusal('reason-required')
        const key = { agendaItemId: item.id, criterion: input.criterionIndex }
        if (to === null) deleteAgreedLevel(db, key)
        else upsertAgreedLevel(db, { ...key, option: to, reason })
        const withdrawn = withdrawOutdatedConclusion(db, item)
        return itemChange(item, {
          criterion: criterion.code,
          to,
          ...(to !== null && { words: optionWords(criterion, to), reason }),
          ...(withdrawn !== null && { withdrawn }),
        })
      },

      openRound: (db, { input, now }) => {
        const { item, session } = unlockedItem(db, input.agendaItemId)
        if (session.state !== 'open') throw new Refusal('session-not-open')
        const { members } = readSessionFrame(db, item.sessionId)
        const left = readItemRecord(db, item)
        const scorers = scoringMembers(members, left).map(({ id }) => id)
        const carried = input.opened && carryBallots({ item: left, members, opened: input.opened })
        const isAnyUnknown = input.opened?.some((id) => carried?.opened.includes(id) !== true) ?? false
        if (isAnyUnknown) throw new Refusal('not-found')
        const round = item.scoringRound + 1
        insertScoringRound(db, { agendaItemId: item.id, number: round, reason: input.reason, openedAt: now })
        updateAgendaItem(db, item.id, {
          scoringRound: round,
          // What the chair opened was the round before; of this one the room sees nothing yet.
          revealedAt: null,
          spreadWaiver: null,
          concludedStar: null,
          conclusionNote: null,
          concludedAt: null,
        })
        if (carried !== undefined) copyRound(db, { agendaItemId: item.id, round, carried, now })
        const told = carried && { ...carried, scoredAgain: codesOf(members, carried.opened) }
        return { ...itemChange(item, { reason: input.reason, round, scorers, ...told }), result: { round } }
      },

      setRoundReason: (db, { input }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const { round, reason: to } = input
        const from = requireFound(findRoundReason(db, { agendaItemId: item.id, number: round }))
        if (from === to) return { result: undefined, audit: null }
        updateRoundReason(db, { agendaItemId: item.id, number: round, reason: to })
        return itemChange(item, { round, from, to })
      },

      waiveSpread: (db, { input }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const spreadWaiver = input.reason === '' ? null : input.reason
        updateAgendaItem(db, item.id, { spreadWaiver })
        return itemChange(item, { from: item.spreadWaiver, to: spreadWaiver })
      },

      reveal: (db, { input, now }) => {
        const item = requireFound(findAgendaItem(db, input.agendaItemId))
        if ((item.revealedAt !== null) === input.isRevealed) return { result: undefined, audit: null }
        const accepted = input.isRevealed ? requireAccepted(doubtsOf(db, item), input.accepted) : {}
        updateAgendaItem(db, item.id, { revealedAt: input.isRevealed ? now : null })
        return itemChange(item, { isRevealed: input.isRevealed, ...accepted })
      },

      conclude: (db, { input, now }) => {
        const { item } = unlockedItem(db, input.agendaItemId)
        const { result } = readItemRecord(db, item)
        const problem = conclusionProblem({ star: input.star, note: input.note, result })
        if (problem !== null) throw new Refusal(problem, { star: result.star })
        updateAgendaItem(db, item.id, { concludedStar: input.star, conclusionNote: input.note, concludedAt: now })
        const from = { star: item.concludedStar, note: item.conclusionNote }
        return itemChange(item, { from, to: { star: input.star, note: input.note } })
      },
    }),
  }
}

const codesOf = (members: readonly MemberRecord[], ids: readonly number[]): string =>
  members.flatMap(({ id, code }) => (ids.includes(id) ? [code] : [])).join(', ')

/** As the log names an option: its points and its words. */
const optionWords = (criterion: Criterion, option: number): string =>
  `${pointsOf(criterion, option)} điểm: ${criterion.options[option - 1]?.label ?? 'Không đạt mức nào'}`

/**
 * A conclusion that said no more than the result of before goes with it, so that the council says anew what it
 * concludes; one with words of its own stays. Answers the star that was withdrawn.
 */
function withdrawOutdatedConclusion(db: WriteDb, item: AgendaItemRow): number | null {
  const { concludedStar, conclusionNote } = item
  if (concludedStar === null || conclusionNote !== '') return null
  const { result } = readItemRecord(db, item)
  if (result.star === concludedStar) return null
  updateAgendaItem(db, item.id, { concludedStar: null, conclusionNote: null, concludedAt: null })
  return concludedStar
}

function doubtsOf(db: ReadDb, item: AgendaItemRow): readonly DoubtKind[] {
  const { members } = readSessionFrame(db, item.sessionId)
  const record = readItemRecord(db, item)
  return doubtsOfRevealing(record, scoringMembers(members, record).length)
}

/** Forms weigh tens of kilobytes each and the screens that need one ask for it by product. */
function withoutForms(record: SessionRecord): SessionRecord {
  return { ...record, items: record.items.map((item) => ({ ...item, form: { ...item.form, parts: [] } })) }
}
