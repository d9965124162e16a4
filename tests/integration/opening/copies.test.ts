import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession } from '../../helpers/test-app.ts'

test('states of one record are told apart in the list: older, the same, gone another way, with what each holds', async () => {
  using app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app)
  const [agendaItemId = 0, memberId = 0, otherId = 0] = [itemIds[0], memberIds[0], memberIds[1]]
  await castFullBallot(app.client, { agendaItemId, memberId })
  await app.client.workspace.close()
  const at = (name: string) => join(app.folder, `${name}.ocop`)
  const file = at('Hội đồng thử')
  copyFileSync(file, at('trước đó'))
  copyFileSync(file, at('Hội đồng thử-MAY-TINH-2'))

  await openWorkspace(app.context, at('Hội đồng thử-MAY-TINH-2'))
  await actsOf(app.client).choose({ agendaItemId, memberId: otherId, criterionIndex: 0, option: 0 })
  await openWorkspace(app.context, file)
  await castFullBallot(app.client, { agendaItemId, memberId: otherId })
  await app.client.workspace.create({ name: 'Hồ sơ khác' })
  await app.client.workspace.close()
  copyFileSync(file, at('bản lưu'))

  const listed = await app.client.workspace.list()
  const told = listed.flatMap(({ copy }) => (copy === null ? [] : [copy])).toSorted((a, b) => a.ballots - b.ballots)
  expect(listed).toHaveLength(5)
  // Of two that are the same either may be named as the newest.
  const newest = told.find(({ relation }) => relation === 'same')?.of ?? ''
  expect(['Hội đồng thử.ocop', 'bản lưu.ocop']).toContain(newest)
  const holds = { of: newest, lastAt: '2026-11-20T07:00:00.000Z' }
  expect(told).toHaveLength(3)
  expect(told).toEqual(
    expect.arrayContaining([
      { ...holds, relation: 'older', file: 'trước đó.ocop', isConflicted: false, ballots: 1 },
      { ...holds, relation: 'diverged', file: 'Hội đồng thử-MAY-TINH-2.ocop', isConflicted: true, ballots: 1 },
      expect.objectContaining({ relation: 'same', ballots: 2 }),
    ]),
  )
})
