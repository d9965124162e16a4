import type { Page } from '@playwright/test'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'
import { saveDocument } from './save-document.ts'

test('the results of the sample say star, referral and reasons, and the chart leads to each product', async ({
  page,
  host,
}) => {
  test.slow()
  await openSample(page, 'Cấp huyện, năm 2024')
  await page.evaluate(() => void (location.hash = '/sessions/1/results'))
  const table = page.getByTestId('results')
  await expect(table.locator('tbody tr[data-item]')).toHaveCount(12)
  await expect(table.getByRole('row', { name: /SB-11/ })).toContainText('Hồ sơ bị loại')
  await expect(table.getByRole('row', { name: /SB-01/ })).toContainText('Đề nghị')
  await expectAccessible(page)
  const picture = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu hình' }).click())
  expect(picture.name).toBe('Phân bố điểm trung bình.png')
  expect(picture.bytes.length).toBeGreaterThan(10_000)
  await page.getByTestId('mean-chart').locator('[data-dot]').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('item-reasons')).toBeVisible()
  // The place on the ladder is the star, and the reasons stand there once.
  const star = /^Theo quy định: (\d sao)\.$/.exec(await page.getByTestId('proposal').innerText())?.[1]
  const ladder = page.getByTestId('star-ladder')
  await expect(ladder.getByRole('row', { name: /hạng đạt được/ })).toContainText(star ?? '?')
  await expect(ladder.getByRole('row')).toHaveCount(6)
  await expectAccessible(page)
})

test('a spread above the limit stands with a reason, or is scored again', async ({ page }) => {
  test.slow()
  const { client, sessionId, agendaItemId, memberIds, criteria, wide } = await openWideSpread(page)
  await independentSteps({
    'the chair records why a spread stands, and takes it back': async () => {
      await page.getByTestId('results').getByRole('button', { name: /SP1/ }).click()
      await page.getByRole('button', { name: 'Giữ nguyên điểm dù chênh lệch' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('Thành viên giải trình, Hội đồng thống nhất')
      await dialog.getByRole('button', { name: 'Ghi lý do' }).click()
      await expect(page.getByText('Chủ tịch Hội đồng giữ nguyên điểm: Thành viên giải trình')).toBeVisible()
      const spreads = async () =>
        (await client.sessions.missing({ sessionId })).filter(({ kind }) => kind === 'spread').length
      await expect.poll(spreads).toBe(0)
      // The keyboard goes on from the product.
      await expect(page.getByTestId('results').getByRole('button', { name: /SP1/ })).toBeFocused()
      await page.getByRole('button', { name: 'Bỏ lý do giữ nguyên' }).click()
      await expect.poll(spreads).toBe(1)
    },
    'a spread above the limit names its criteria, only the ballot that it comes from is opened again, and the rounds stand side by side':
      async () => {
        await page.evaluate((id) => void (location.hash = `/sessions/${id}/results`), sessionId)
        const resultNow = async () => (await client.results.session({ sessionId })).items[0]?.result
        const before = await resultNow()
        await expect(page.getByTestId('results').getByText('cần thảo luận').first()).toBeVisible()
        await page.getByTestId('results').getByRole('button', { name: /SP1/ }).click()
        const causes = page.getByTestId('spread-causes')
        // The criteria that the third member left at no level are the spread, and nothing else is.
        await expect(causes.locator('tbody tr')).toHaveCount(wide.length)
        for (const index of wide) await expect(causes).toContainText(criteria[index]?.criterion.code ?? '?')

        await page.getByRole('button', { name: 'Chấm lại sản phẩm' }).click()
        const dialog = page.getByRole('dialog', { name: 'Chấm lại sản phẩm' })
        await dialog.getByRole('radio', { name: /Sao phiếu lần chấm 1/ }).check()
        await dialog.getByRole('textbox').fill('Chênh lệch quá 10 điểm')
        await page.keyboard.press('Enter')
        await expect(dialog.getByRole('alert')).toContainText('Chưa chọn thành viên nào')
        await dialog.getByRole('checkbox', { name: /^TV1/ }).focus()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Space')
        await expect(dialog.getByRole('checkbox', { name: /^TV3/ })).toBeChecked()
        await expect(dialog.getByRole('alert')).toHaveCount(0)
        await expectAccessible(page)
        await page.keyboard.press('Enter')
        // On the one ballot that is open again, with what stood in it.
        const [, , third = 0] = memberIds
        await expect(page).toHaveURL(new RegExp(`view=ballot&item=${agendaItemId}&member=${third}`))
        await expect(page.getByTestId('confirm-line')).toContainText(`Đã chấm đủ ${criteria.length} tiêu chí`)
        const ballots = await client.ballots.ofItem({ agendaItemId })
        expect(ballots.map(({ round, state }) => `${round} ${state}`)).toEqual([
          '2 confirmed',
          '2 confirmed',
          '2 draft',
        ])
        await page.keyboard.press('Enter')
        await expect.poll(resultNow).toEqual(before)

        await actsOf(client).reopen({ agendaItemId, memberId: third, reason: 'Thảo luận' })
        await castFullBallot(client as unknown as TestClient, { agendaItemId, memberId: third })
        await page.evaluate((id) => void (location.hash = `/sessions/${id}/results`), sessionId)
        await page.getByTestId('results').getByRole('button', { name: /SP1/ }).click()
        await expect(page.getByTestId('earlier-rounds')).toContainText('Chênh lệch quá 10 điểm')
        await expect(page.getByRole('heading', { name: '3 phiếu được tính, chênh lệch 0 điểm' })).toBeVisible()
        await page.getByRole('button', { name: 'So với lần 1' }).click()
        const beside = page.getByTestId('round-beside')
        const [first = 0] = wide
        const best = criteria[first]?.criterion.options.at(-1)?.points
        await expect(
          beside.getByRole('row', { name: new RegExp(`^${criteria[first]?.criterion.code} `) }),
        ).toContainText(`0 → ${best}`)
        await expectAccessible(page)
      },
  })
})

test('an agreed level keeps the choice of each member, and the conclusion needs a reason where it differs', async ({
  page,
}) => {
  const { client, sessionId, agendaItemId, memberIds, criteria } = await openWideSpread(page)
  await page.getByTestId('results').getByRole('button', { name: /SP1/ }).click()
  const before = await client.ballots.get({ agendaItemId, memberId: memberIds[0] ?? 0 })
  const plain = criteria.find(({ criterion }) => criterion.options.every(({ minStar }) => minStar === undefined))
  if (plain === undefined) throw new Error('the set marks every criterion')
  const { code } = plain.criterion
  await page.getByRole('combobox', { name: /Thống nhất mức ở tiêu chí khác/ }).click()
  await page.getByRole('option', { name: new RegExp(`^${code} `) }).click()
  const agreed = page.getByTestId('agreed-levels')
  await expect(agreed).toContainText(/TV1 \d · TV2 \d · TV3 \d/)
  await agreed.getByRole('combobox').click()
  await page.getByRole('option').first().click()
  const asked = page.getByRole('dialog', { name: `Mức Hội đồng thống nhất tại tiêu chí ${code}` })
  await expect(asked.getByRole('button', { name: 'Ghi mức thống nhất' })).toBeDisabled()
  await page.keyboard.type('Mẫu thử lại đạt')
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(agreed).toContainText('Mẫu thử lại đạt')
  const levels = async () => (await client.results.session({ sessionId })).items[0]?.agreedLevels
  await expect.poll(levels).toHaveProperty([code])
  expect((await client.ballots.get({ agendaItemId, memberId: memberIds[0] ?? 0 })).choices).toEqual(before.choices)

  const reasons = page.getByTestId('item-reasons')
  await reasons.getByRole('combobox', { name: 'Hạng kết luận' }).click()
  await page.getByRole('option', { name: '1 sao' }).click()
  await expect(reasons.getByRole('button', { name: 'Ghi kết luận' })).toBeDisabled()
  const why = reasons.getByRole('textbox', { name: /Lý do khác với kết quả chấm/ })
  await why.fill('…')
  await expect(reasons.getByText('Lý do phải có chữ hoặc số')).toBeVisible()
  await expect(reasons.getByRole('button', { name: 'Ghi kết luận' })).toBeDisabled()
  await why.fill('Hồ sơ cần bổ sung')
  await reasons.getByRole('button', { name: 'Ghi kết luận' }).click()
  await expect(reasons.getByText('Đã ghi: 1 sao: Hồ sơ cần bổ sung')).toBeVisible()
})

async function openWideSpread(page: Page) {
  const client = await hostClient(page)
  const prepared = client as unknown as TestClient
  const { sessionId, itemIds, memberIds } = await openSmallSession({ client: prepared }, { members: 3, products: 1 })
  const [agendaItemId = 0] = itemIds
  const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
  // The third member leaves criteria at no level, enough for a spread above the limit of 10 points.
  const wide: number[] = []
  let spread = 0
  for (const { criterion, index } of criteria) {
    const best = criterion.options.at(-1)?.points ?? 0
    if (spread > 10 || best < 3) continue
    spread += best
    wide.push(index)
  }
  for (const [index, memberId] of memberIds.entries()) {
    await castFullBallot(prepared, { agendaItemId, memberId, zeros: index === 2 ? wide : [] })
  }
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/results`)
  return { client, sessionId, agendaItemId, memberIds, criteria, wide }
}
