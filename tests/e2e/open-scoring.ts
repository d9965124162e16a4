import { expect, type Page } from '@playwright/test'
import { ballotKey } from '../../shared/domain/ballot/ballot-key.ts'
import { openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { hostClient } from './host-client.ts'

export type Place = { readonly agendaItemId: number; readonly memberId: number }

/**
 * The board of a session that holds one product each of sets 1 (32 criteria), 25 (a criterion of 10 points) and 26 (levels
 * of equal points), and more of set 1 where more are asked for.
 */
export async function openScoring(page: Page, { members = 3, products = 3 } = {}) {
  const client = await hostClient(page)
  const session = await openSmallSession(
    { client: client as unknown as TestClient },
    { members, products, sets: [1, 25, 26] },
  )
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate((to) => void (location.hash = to), `/sessions/${session.sessionId}/scoring`)
  await expect(page.getByTestId('board')).toBeVisible()
  return { client, ...session }
}

export async function openBallot(
  page: Page,
  { agendaItemId, memberId, criterion }: Place & { readonly criterion?: string },
): Promise<void> {
  const at = `view=ballot&item=${agendaItemId}&member=${memberId}`
  await page.evaluate(
    (to) => void (location.hash = to),
    `/sessions/1/scoring?${at}${criterion === undefined ? '' : `&criterion=%22${criterion}%22`}`,
  )
  // Where a ballot is open already, that one has the focus until this one is there.
  await expect(page.locator(`[data-place^="${ballotKey({ agendaItemId, memberId })}/"]`).first()).toBeVisible()
  await expect(page.getByTestId('current-criterion')).toBeFocused()
}
