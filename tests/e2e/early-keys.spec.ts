import type { Page } from '@playwright/test'
import type { AppClient } from '../../shared/api/contract.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { holdCalls } from './hosts/share-port.ts'
import { independentSteps } from './independent-steps.ts'
import { openBallot, openScoring, type Place } from './open-scoring.ts'

// What is typed while a ballot is still on its way is that ballot's: never the one's that was under the cursor before.

test('keys typed before a product, a ballot or its scores are there go to that one', async ({ page }) => {
  const { client, itemIds, memberIds } = await openScoring(page, { members: 4, products: 4 })
  // What was on the screen once is there at once: each ballot waited for is of a product that was not.
  const [first = 0, second = 0, third = 0, fourth = 0] = itemIds
  await independentSteps({
    'a key typed before the next product’s grid is there goes to that product': async () => {
      const [memberId = 0] = memberIds
      await goTo(page, { view: 'grid', item: first })
      await expect(page.getByRole('grid')).toBeVisible()
      await actsOf(client).choose({ agendaItemId: first, memberId, criterionIndex: 0, option: 1 })
      const before = await choicesOf(client, { agendaItemId: first, memberId })

      const held = await holdCalls(page, 'ballots/ofItem')
      await page.keyboard.press('PageDown')
      await expect(page.getByRole('grid')).toHaveCount(0)
      await page.keyboard.press('0')
      await page.keyboard.press('Delete')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('0')
      await held.release()
      await expect(page.getByRole('grid')).toBeVisible()
      await expect.poll(() => answered(client, { agendaItemId: second, memberId })).toBeGreaterThan(0)
      expect(await choicesOf(client, { agendaItemId: first, memberId })).toEqual(before)
    },
    'keys typed before a ballot is there are played on it in their order, also across the next one': async () => {
      const [one = 0, two = 0] = memberIds.slice(1)
      await openBallot(page, { agendaItemId: first, memberId: one })
      const held = await holdCalls(page, 'ballots/ofItem')
      await goTo(page, { view: 'ballot', item: third, member: one })
      await expect(page.getByTestId('current-criterion')).toHaveCount(0)
      for (const key of ['0', '0', 'PageDown', '0']) await page.keyboard.press(key)
      await held.release()
      await expect.poll(() => answered(client, { agendaItemId: third, memberId: one })).toBe(2)
      await expect.poll(() => answered(client, { agendaItemId: third, memberId: two })).toBe(1)
      expect(await answered(client, { agendaItemId: first, memberId: one })).toBe(0)
    },
    'a reason typed right after F4, before the ballot is there, chooses nothing and leads nowhere': async () => {
      const [memberId = 0] = memberIds.slice(3)
      await castFullBallot(client as unknown as TestClient, { agendaItemId: fourth, memberId })
      await openBallot(page, { agendaItemId: first, memberId })
      const held = await holdCalls(page, 'ballots/ofItem')
      await goTo(page, { view: 'ballot', item: fourth, member: memberId })
      await expect(page.getByTestId('current-criterion')).toHaveCount(0)
      for (const key of ['F4', 't', '0', 'l', '0']) await page.keyboard.press(key)
      await held.release()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.type('Đọc nhầm')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByTestId('current-criterion')).toBeVisible()
      expect(await answered(client, { agendaItemId: first, memberId })).toBe(0)
      expect((await client.ballots.get({ agendaItemId: fourth, memberId })).state).toBe('draft')
    },
    'a key typed before the next product’s reference scores are there goes to that product': async () => {
      await goTo(page, { view: 'reference', item: first })
      await expect(page.getByRole('grid')).toBeVisible()
      const held = await holdCalls(page, 'reference/ofItem')
      await page.keyboard.press('PageDown')
      await expect(page.getByRole('grid')).toHaveCount(0)
      await page.keyboard.press('0')
      await held.release()
      const keyed = async (agendaItemId: number): Promise<number> =>
        (await client.reference.ofItem({ agendaItemId })).sheets
          .flatMap(({ choices }) => choices)
          .filter((choice) => choice !== null).length
      await expect.poll(() => keyed(second)).toBe(1)
      expect(await keyed(first)).toBe(0)
    },
  })
})

test('a key typed before the next ballot of the second check is there goes to that ballot', async ({ page }) => {
  const client = await hostClient(page)
  const prepared = client as unknown as TestClient
  const { sessionId, itemIds, memberIds } = await openSmallSession(
    { client: prepared },
    { members: 2, products: 1, rules: { ...usualRegulation, verification: 'all' } },
  )
  const [agendaItemId = 0] = itemIds
  for (const memberId of memberIds) await castFullBallot(prepared, { agendaItemId, memberId })
  await client.sessions.setSoleOperator({ sessionId, note: 'Tổ giúp việc có một người' })
  await goTo(page, { view: 'verification', item: agendaItemId, member: memberIds[0] ?? 0 })
  await expect(page.getByTestId('current-criterion')).toBeVisible()
  const held = await holdCalls(page, 'verifications/get')
  await page.keyboard.press('PageDown')
  await expect(page.getByTestId('current-criterion')).toHaveCount(0)
  await page.keyboard.press('0')
  await held.release()
  const keyed = async (memberId = 0): Promise<number> =>
    (await client.verifications.get({ agendaItemId, memberId })).choices.filter((choice) => choice !== null).length
  await expect.poll(() => keyed(memberIds[1])).toBe(1)
  expect(await keyed(memberIds[0])).toBe(0)
})

type View = { readonly view: string; readonly item: number; readonly member?: number }

async function goTo(page: Page, { view, item, member }: View): Promise<void> {
  const at = `view=${view}&item=${item}${member === undefined ? '' : `&member=${member}`}`
  await page.evaluate((to) => void (location.hash = to), `/sessions/1/scoring?${at}`)
}

async function choicesOf(client: AppClient, place: Place): Promise<readonly (number | null)[]> {
  return (await client.ballots.get(place)).choices
}

async function answered(client: AppClient, place: Place): Promise<number> {
  return (await choicesOf(client, place)).filter((choice) => choice !== null).length
}
