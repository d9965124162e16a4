import { expect, it } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { castFullBallot, createTestApp, openSmallSession } from '../../helpers/test-app.ts'

it('an agreed level needs its reason, is named in words, and takes the conclusion with it that it outdates', async () => {
  using app = createTestApp()
  const { client } = app
  const { sessionId, itemIds, memberIds } = await openSmallSession(app, { products: 1 })
  const [agendaItemId = 0] = itemIds
  for (const memberId of memberIds) await castFullBallot(client, { agendaItemId, memberId })
  const item = async () => (await client.results.session({ sessionId })).items[0]
  expect((await item())?.result.star).toBe(5)
  await client.results.conclude({ agendaItemId, star: 5, note: '' })

  const gate = listCriteria(await client.rules.itemForm({ agendaItemId })).find(({ criterion }) =>
    criterion.options.some(({ minStar }, index) => minStar === 3 && index > 0),
  )
  if (gate === undefined) throw new Error('the form has no gate')
  const agree = (option: number | null, reason: string) =>
    client.results.setAgreedLevel({ agendaItemId, criterionIndex: gate.index, option, reason })
  await expect(agree(1, ' ')).rejects.toMatchObject({ data: { reason: 'reason-required' } })

  await agree(0, 'Mẫu thử lại không đạt')
  const after = await item()
  expect(after?.result.star).toBeLessThan(3)
  expect(after).toMatchObject({
    conclusion: null,
    agreedLevels: { [gate.criterion.code]: 0 },
    agreedReasons: { [gate.criterion.code]: 'Mẫu thử lại không đạt' },
  })
  const [event] = await client.audit.list({ limit: 1 })
  expect(event?.detail).toEqual({
    criterion: gate.criterion.code,
    to: 0,
    words: '0 điểm: Không đạt mức nào',
    reason: 'Mẫu thử lại không đạt',
    withdrawn: 5,
  })

  // What the council said in words of its own stays.
  await client.results.conclude({ agendaItemId, star: 1, note: 'Theo biên bản thử lại' })
  await agree(null, '')
  expect(await item()).toMatchObject({ conclusion: { star: 1 }, agreedReasons: {} })
})
