import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { castFullBallot, createTestApp, openSmallSession } from './test-app.ts'

/** The application with a small session, one ballot in it, and a folder chosen as the second place for backups. */
export async function withStick(parts: Parameters<typeof createTestApp>[0] = {}) {
  const app = createTestApp(parts)
  const stick = join(app.folder, 'USB')
  mkdirSync(stick)
  Object.assign(app.context.host, {
    capabilities: { kind: 'electron', hasFileDialogs: true },
    chooseFolder: async () => stick,
  })
  const session = await openSmallSession(app)
  await castFullBallot(app.client, { agendaItemId: session.itemIds[0] ?? 0, memberId: session.memberIds[0] ?? 0 })
  await app.client.backups.chooseSecond()
  return { app, stick, session, [Symbol.dispose]: () => app[Symbol.dispose]() }
}
