import { Refusal } from '../../../shared/api/refusal.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findLiveBallot, listItemBallots } from '../../db/queries/ballots.ts'
import { findAgendaItem, findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { readBoard } from './board.ts'
import { changeOpinion } from './change-opinion.ts'
import { ballotChange, supersedeBallot, writeChoice, writeConfirmation } from './change-ballot.ts'
import { openScoringPlace, readBallot, readScoringPlace, toBallot } from './scoring-place.ts'

export function ballotsHandlers(app: AppContext) {
  return {
    board: procedures.ballots.board.handler(({ input }) => readBoard(openDb(app), input.sessionId)),

    get: procedures.ballots.get.handler(({ input }) => {
      const db = openDb(app)
      return readBallot(db, readScoringPlace(db, input))
    }),

    ofItem: procedures.ballots.ofItem.handler(({ input }) => listBallotsOfItem(openDb(app), input.agendaItemId)),

    ...commandsAt(app, 'ballots').inside({
      setOpinion: (db, { input, now }) =>
        changeOpinion(db, { place: openScoringPlace(db, input), opinion: input.opinion, now }),

      choose: (db, { input, now }) =>
        writeChoice(db, {
          place: openScoringPlace(db, input),
          criterionIndex: input.criterionIndex,
          option: input.option,
          expectedRevision: input.expectedRevision,
          now,
        }),

      confirm: (db, { input, now }) =>
        writeConfirmation(db, {
          place: openScoringPlace(db, input),
          expectedRevision: input.expectedRevision,
          now,
          by: app.actor,
        }),

      reopen: (db, { input, now }) => {
        const place = openScoringPlace(db, input)
        const row = findLiveBallot(db, place.key)
        if (row === null || row.state === 'draft') {
          return ballotChange({ place, result: readBallot(db, place), detail: null })
        }
        if (input.reason === '') throw new Refusal('reason-required')
        const next = supersedeBallot(db, { row, now, reason: input.reason, by: app.actor })
        const detail = { reason: input.reason, from: row.version, to: next.version }
        return ballotChange({ place, result: toBallot(place, next), detail })
      },
    }),
  }
}

function listBallotsOfItem(db: ReadDb, agendaItemId: number): readonly Ballot[] {
  const item = requireFound(findAgendaItem(db, agendaItemId))
  const members = listSessionMembers(db, requireFound(findSession(db, item.sessionId)))
  const rows = listItemBallots(db, agendaItemId)
  return members.map((member) => {
    const place = readScoringPlace(db, { agendaItemId, memberId: member.id })
    const row = rows.find(({ memberId }) => memberId === member.id) ?? null
    return toBallot(place, row)
  })
}
