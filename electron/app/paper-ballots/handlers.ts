import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findScan } from '../../db/queries/ballot-scans.ts'
import { findAgendaItem, findSession } from '../../db/queries/sessions.ts'
import { scanLimits } from '../../file-limits.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { handPaper, viewPaper } from '../paper-files/taken-paper.ts'
import { byWhoWorks } from '../people/by-who-works.ts'
import { carryRefusals, procedures } from '../procedures.ts'
import { assignSpare } from './assign-spare.ts'
import { readPlaces } from './gather-pile.ts'
import { addToPile, findPiledPage, forgetPile, pileOf, type Pile } from './pile.ts'
import { readPileOnce } from './read-into-pile.ts'
import { scanFolder } from './scan-folder.ts'
import { drawSample, noteTaken } from './sample.ts'
import { isAsRead, keepScans, takeOnce } from './take-ballot.ts'
import { takeReady } from './take-ready.ts'
import { listTaken, placeOfTaken } from './taken-pages.ts'
import { viewBallot, viewPile } from './view-pile.ts'
import { castKey } from './view-sample.ts'
import { countWaitingPaper } from './waiting-paper.ts'
import { watchFolder } from './watch-folder.ts'

export function paperBallotsHandlers(app: AppContext) {
  const pileOfSession = (sessionId: number): Pile => {
    requireFound(findSession(openDb(app), sessionId))
    return pileOf(app, sessionId)
  }
  const pileOfItem = (agendaItemId: number): Pile =>
    pileOf(app, requireFound(findAgendaItem(openDb(app), agendaItemId)).sessionId)
  const draw = async (at: { readonly path: string; readonly page: number; readonly dpi: number }): Promise<File> =>
    new File([await app.work.run('draw-paper', at)], 'trang.png', { type: 'image/png' })
  return {
    pile: procedures.paperBallots.pile.handler(({ input }) => viewPile(openDb(app), pileOfSession(input.sessionId))),

    waiting: procedures.paperBallots.waiting.handler(() => ({ ballots: countWaitingPaper(app) })),

    addFile: procedures.paperBallots.addFile.handler(async ({ input: { sessionId, file } }) => {
      const { most, per } = scanLimits.bytes
      if (file.size > most) throw new Refusal('paper-file-too-large', { name: file.name, megabytes: most / per })
      const pile = pileOfSession(sessionId)
      const added = await addToPile(app, pile, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      return { isNew: added !== null }
    }),

    read: procedures.paperBallots.read.handler(({ input, signal }) =>
      carryRefusals(readPileOnce(app, pileOfSession(input.sessionId), signal)),
    ),

    watch: procedures.paperBallots.watch.handler(({ input, signal }) =>
      carryRefusals(watchFolder(app, pileOfSession(input.sessionId), signal)),
    ),

    clear: procedures.paperBallots.clear.handler(({ input }) => {
      if (pileOfSession(input.sessionId).reading !== null) throw new Refusal('paper-being-read')
      forgetPile(app, input.sessionId)
      app.live.publish({ topics: ['paperBallots'], sessionId: input.sessionId, agendaItemId: null })
    }),

    ballot: procedures.paperBallots.ballot.handler(({ input }) =>
      viewBallot(openDb(app), pileOfItem(input.agendaItemId), input),
    ),

    assign: procedures.paperBallots.assign.handler(({ input: { pageId, ...ids } }) => {
      const pile = pileOfItem(ids.agendaItemId)
      assignSpare(pile, {
        page: requireFound(pile.pages.get(pageId)),
        ids,
        places: readPlaces(openDb(app), pile.sessionId),
      })
      app.live.publish({ topics: ['paperBallots'], sessionId: pile.sessionId, agendaItemId: null })
    }),

    picture: procedures.paperBallots.picture.handler(({ input: { id, dpi } }) => {
      const { file, page } = requireFound(findPiledPage(app, id))
      return draw({ path: file.path, page, dpi })
    }),

    drawSample: procedures.paperBallots.drawSample.handler(({ input }) => {
      const sample = drawSample(openDb(app), pileOfSession(input.sessionId))
      app.live.publish({ topics: ['paperBallots'], sessionId: input.sessionId, agendaItemId: null })
      return sample
    }),

    takeReady: procedures.paperBallots.takeReady.handler(({ input }) => takeReady(app, pileOfSession(input.sessionId))),

    taken: procedures.paperBallots.taken.handler(({ input }) => listTaken(app, input)),

    takenPicture: procedures.paperBallots.takenPicture.handler(({ input: { id, dpi } }) =>
      draw({ ...placeOfTaken(app, id), dpi }),
    ),

    viewFile: procedures.paperBallots.viewFile.handler(async ({ input }) => {
      const scan = requireFound(findScan(openDb(app), input.id))
      await viewPaper(app, scan, scanFolder(app).find(scan))
    }),

    takeFile: procedures.paperBallots.takeFile.handler(async ({ input }) => {
      const scan = requireFound(findScan(openDb(app), input.id))
      return handPaper(scan, scanFolder(app).find(scan))
    }),

    ...commandsAt(app, 'paperBallots').around({
      take: async ({ input, commit }) => {
        const act = byWhoWorks(app, input)
        const pile = pileOfItem(act.agendaItemId)
        const toTake = await keepScans(app, pile, act)
        const way = pile.sample?.drawn.has(castKey(act)) === true ? 'drawn' : 'looked-at'
        const ballot = commit((db, now) => takeOnce(db, { input: act, toTake, way, by: app.actor, now }))
        noteTaken(pile, act, isAsRead(toTake, act.options))
        return ballot
      },
    }),
  }
}
