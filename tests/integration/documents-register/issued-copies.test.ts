import { expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession } from './numbered-session.ts'

it('a backup carries the issued papers, and a restore brings them back', async () => {
  using app = createTestApp()
  const { sessionId } = await lockedSession(app)
  const { documents, backups } = app.client
  const { id } = await documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  const before = await keptBytes(app, sessionId)
  expect(before.length).toBeGreaterThan(10_000)
  await backups.make()
  const [backup] = await backups.list()
  await documents.register.void({ id, reason: 'Thử' })
  await backups.restore({ id: backup?.id ?? '' })
  expect(await keptBytes(app, sessionId)).toEqual(before)
})

async function keptBytes({ client }: TestApp, sessionId: number): Promise<Uint8Array> {
  const [entry] = await client.documents.register.list({ sessionId })
  const file = await client.documents.issued.take({ seq: entry?.issued?.seq ?? 0, format: 'pdf' })
  return new Uint8Array(await file.arrayBuffer())
}
