import type { Ballot } from '../../../shared/api/ballots.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listItemBallots } from '../../db/queries/ballots.ts'
import { findAgendaItem, findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { byWhoWorks } from '../people/by-who-works.ts'
import { procedures } from '../procedures.ts'
import { chooseOnce, confirmOnce, reopenOnce, writeOpinionOnce } from './ballot-acts.ts'
import { readBoard } from './board.ts'
import { readBallot, readScoringPlace, toBallot } from './scoring-place.ts'

export function ballotsHandlers(app: AppContext) {
  return {
    board: procedures.ballots.board.handler(({ input }) => readBoard(openDb(app), input.sessionId)),

    get: procedures.ballots.get.handler(({ input }) => {
      const db = openDb(app)
      return readBallot(db, readScoringPlace(db, input))
    }),

    ofItem: procedures.ballots.ofItem.handler(({ input }) => listBallotsOfItem(openDb(app), input.agendaItemId)),

    ...commandsAt(app, 'ballots').inside({
      choose: (db, { input, now }) => chooseOnce(db, { act: byWhoWorks(app, input), by: app.actor, now }),
      confirm: (db, { input, now }) => confirmOnce(db, { act: byWhoWorks(app, input), by: app.actor, now }),
      reopen: (db, { input, now }) => reopenOnce(db, { act: byWhoWorks(app, input), by: app.actor, now }),
      setOpinion: (db, { input, now }) => writeOpinionOnce(db, { act: byWhoWorks(app, input), by: app.actor, now }),
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
