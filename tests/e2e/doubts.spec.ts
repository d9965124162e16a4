import { expectAccessible } from '../helpers/expect-accessible.ts'
import { openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'

test('a result is opened for the room with a ballot missing only once that was asked', async ({ page }) => {
  const client = await hostClient(page)
  const { sessionId, itemIds } = await openSmallSession(
    { client: client as unknown as TestClient },
    { members: 2, products: 1 },
  )
  const [agendaItemId = 0] = itemIds
  await client.sessions.setCurrentItem({ sessionId, agendaItemId })
  const isRevealed = async () => (await client.sessions.get({ sessionId })).agenda[0]?.isRevealed
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}`)
  await expect(page.getByTestId('agenda')).toBeVisible()
  await page.setViewportSize({ width: 1366, height: 768 })

  await page.keyboard.press('Alt+Shift+P')
  const dialog = page.getByRole('dialog', { name: 'Có đúng như vậy không?' })
  await expect(dialog).toContainText('Sản phẩm này còn thiếu phiếu')
  await expectAccessible(page)
  // Enter alone does not do it.
  await expect(dialog.getByRole('button', { name: 'Để xem lại' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await isRevealed()).toBe(false)

  await page.keyboard.press('Alt+Shift+P')
  await dialog.getByRole('button', { name: 'Vẫn làm' }).click()
  await expect.poll(isRevealed).toBe(true)
  const [event] = await client.audit.list({ limit: 1 })
  expect(event?.detail).toEqual({ isRevealed: true, doubts: ['ballots-missing'] })
})
