import { AsyncLocalStorage } from 'node:async_hooks'
import { implement } from '@orpc/server'
import { clerkContract } from '../../../shared/api/clerk.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, DeviceCall } from '../../context.ts'
import { findAgendaItem, listSessions } from '../../db/queries/sessions.ts'
import { ballotsHandlers } from '../ballots/handlers.ts'
import { openDb } from '../commit.ts'
import { carryRefusal, carryRefusals, logBugs } from '../procedures.ts'
import { noDesk } from '../people/desk.ts'
import { rulesHandlers } from '../rules/handlers.ts'
import { sessionsHandlers } from '../sessions/handlers.ts'
import { verificationsHandlers } from '../verifications/handlers.ts'
import { workspaceInfo } from '../workspace/open-close.ts'
import { attendHandler } from './attend.ts'
import { enteredClerk, openRoom } from './devices.ts'
import { followSession } from './follow-changes.ts'
import { hideFirstKeying, requireShown } from './hide-first-keying.ts'

const procedures = implement(clerkContract).$context<DeviceCall>()

/**
 * All that a clerk's laptop can reach: the application's own handlers, run in the clerk's name, for as much of the
 * contract as `clerkContract` takes out of it and for the room's session alone.
 */
export function createClerkRouter(app: AppContext) {
  const acting = new AsyncLocalStorage<string>()
  const inClerksName: AppContext = {
    ...app,
    get actor() {
      return acting.getStore() ?? ''
    },
  }
  return procedures
    .use(({ next, path, signal }) => logBugs({ next: async () => next(), path, signal, app }))
    .use(({ next, context, path }, input) =>
      carryRefusal(async () => {
        const clerk = enteredClerk(app, context)
        requireOfSession(app, input)
        requireShown(clerk, path, input)
        const result = await acting.run(clerk.label, async () => next())
        return { ...result, output: hideFirstKeying(clerk, result.output) }
      }),
    )
    .router({
      workspace: {
        status: procedures.workspace.status.handler(() => ({
          open: { ...workspaceInfo(app), location: '', storage: { kind: 'local' } },
          checking: null,
          handed: null,
          host: { kind: 'browser', hasFileDialogs: false },
          appVersion: app.appVersion,
          operator: inClerksName.actor,
          desk: noDesk,
        })),
      },
      rules: rulesHandlers(inClerksName),
      sessions: {
        get: sessionsHandlers(inClerksName).get,
        list: procedures.sessions.list.handler(() =>
          listSessions(openDb(app)).filter(({ id }) => id === openRoom(app).sessionId),
        ),
      },
      ballots: ballotsHandlers(inClerksName),
      verifications: verificationsHandlers(inClerksName),
      room: { attend: attendHandler(inClerksName) },
      live: {
        changes: procedures.live.changes.handler(({ context, signal }) =>
          carryRefusals(followSession(app, context, signal)),
        ),
      },
    })
}

/** Every input names the session, or a product of it. @throws Refusal `not-found` where that is another session's. */
function requireOfSession(app: AppContext, input: unknown): void {
  const { sessionId } = openRoom(app)
  const named = typeof input === 'object' && input !== null ? input : {}
  if ('sessionId' in named && named.sessionId !== sessionId) throw new Refusal('not-found')
  if (!('agendaItemId' in named)) return
  const item = typeof named.agendaItemId === 'number' ? findAgendaItem(openDb(app), named.agendaItemId) : null
  if (item?.sessionId !== sessionId) throw new Refusal('not-found')
}
