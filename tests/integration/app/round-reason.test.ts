import { expect, it } from 'vitest'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'

it('says anew why a round was opened, and keeps the reason of before in the log', async () => {
  using app = createTestApp()
  const { client } = app
  const { sessionId, itemIds } = await openSmallSession(app, { products: 1 })
  const [agendaItemId = 0] = itemIds
  await client.results.openRound({ agendaItemId, reason: 'Nhập từ bảng tính' })
  const explain = (round: number, reason: string) => client.results.setRoundReason({ agendaItemId, round, reason })

  await explain(2, 'Hội đồng xem lại mẫu sản phẩm')
  const [item] = (await client.results.session({ sessionId })).items
  expect(item?.earlierRounds.map(({ reason }) => reason)).toEqual(['Hội đồng xem lại mẫu sản phẩm'])
  const detail = { round: 2, from: 'Nhập từ bảng tính', to: 'Hội đồng xem lại mẫu sản phẩm' }
  const [event] = await client.audit.list({ limit: 1 })
  expect(event).toMatchObject({ command: 'results.setRoundReason', detail })
  expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })

  await expect(explain(3, 'Không có lần này')).rejects.toMatchObject({ data: { reason: 'not-found' } })
  await explain(2, 'Hội đồng xem lại mẫu sản phẩm')
  expect((await client.audit.list({ limit: 1 }))[0]?.seq).toBe(event?.seq)
})
