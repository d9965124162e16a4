import type { AppClient } from '../../shared/api/contract.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { editedCriteria } from '../fixtures/edited-criteria.ts'
import { callRoll } from '../helpers/call-roll.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../helpers/read-pdf.ts'
import { sampleCouncil, sampleMember, sampleProduct } from '../helpers/sample-council.ts'
import { castFullBallot } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'
import { saveDocument } from './save-document.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const corrected = 'Tên tiêu chí theo bản đính chính'

test('a set goes out, comes back corrected and is used by the next session alone; a short one is scored as printed and the minutes say so', async ({
  page,
  host,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const council = await makeCouncil(client)
  const before = await makeSession(client, council, { ruleSetId: 'qd-26-2026', round: 1, products: [1] })
  await castFullBallot(client, { agendaItemId: before.itemIds[0] ?? 0, memberId: council.memberIds[0] ?? 0 })

  // Out, one title changed, and in again by the keyboard.
  await page.evaluate(() => void (location.hash = '#/settings'))
  await page.getByRole('link', { name: 'Xem các bộ tiêu chí' }).click()
  await expect(page.getByRole('table', { name: 'Bộ tiêu chí' }).getByRole('row')).toHaveCount(27)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Rau, củ, quả, hạt tươi' }).click()
  await expect(page.getByRole('heading', { name: /^Bộ 1\. / })).toBeVisible()
  await expectAccessible(page)
  const saved = await saveDocument(host, () => page.getByRole('button', { name: 'Xuất Excel' }).click())
  const file = await editedCriteria(new Blob([new Uint8Array(saved.bytes)]), corrected)
  await page.evaluate(() => void (location.hash = '#/criteria'))
  await page.keyboard.press('Alt+n')
  const buffer = Buffer.from(await file.arrayBuffer())
  await page.setInputFiles('input[type=file]', { name: file.name, mimeType: workbookType, buffer })
  const changes = page.getByRole('table', { name: 'Các chỗ khác nhau' })
  await expect(changes.getByRole('row')).toHaveCount(2)
  await expect(changes).toContainText('Phần A, mục 1, tiêu chí 1.1')
  await expect(changes).toContainText(corrected)
  await expect(page.getByRole('region', { name: '1 phiên giữ nguyên bộ cũ' })).toContainText('1 sản phẩm')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Đính chính của Công báo')
  await page.keyboard.press('Tab')
  for (const text of ['15/ĐC-CP', '02/03/2026', 'Văn phòng Chính phủ', 'Phó Chủ nhiệm']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('set-status')).toContainText('Cơ quan đã nạp từ tệp Excel')
  await expect(page.getByText('theo văn bản số 15/ĐC-CP ngày 02/03/2026').first()).toBeVisible()
  const after = await makeSession(client, council, { ruleSetId: 'qd-26-2026', round: 2, products: [2] })
  const titleOf = async (agendaItemId = 0) =>
    (await client.rules.itemForm({ agendaItemId })).parts[0]?.sections[0]?.criteria[0]?.title
  expect(await titleOf(after.itemIds[0])).toBe(corrected)
  expect(await titleOf(before.itemIds[0])).not.toBe(corrected)

  // Set 7 of QĐ 148 from the agenda: refused, accepted with its document, scored, told.
  const old = await makeSession(client, council, { ruleSetId: 'qd-148-2023', round: 3, products: [] })
  await client.products.save({ fields: { ...sampleProduct(7, 7), name: 'Rượu ngô men lá' } })
  await page.evaluate((id) => void (location.hash = `#/sessions/${id}`), old.sessionId)
  await page
    .getByRole('button', { name: /Thêm sản phẩm/ })
    .first()
    .click()
  const adding = page.getByRole('dialog', { name: 'Thêm sản phẩm' })
  await adding.getByRole('button', { name: 'Chấm bộ 7 theo phiếu in' }).click()
  const asking = page.getByRole('dialog', { name: /^Chấm bộ 7/ })
  await expect(asking.getByRole('textbox', { name: 'Lý do' })).toBeFocused()
  await expect(asking).toContainText('tổng điểm tối đa chỉ 99 điểm')
  await expectAccessible(page)
  for (const text of [
    'Hội đồng chấm theo phiếu in từ 2023',
    '12/VPĐP-NV',
    '5/3/2026',
    'Văn phòng Điều phối',
    'Chánh VP',
  ]) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await asking.getByRole('button', { name: 'Chấp nhận' }).click()
  await expect(asking).toHaveCount(0)
  await adding.getByRole('option', { name: /Rượu ngô men lá/ }).click()
  await expect(adding.getByRole('status')).toContainText('SP7')
  await page.keyboard.press('Escape')

  const { sessionId } = old
  const [agendaItemId = 0] = (await client.sessions.get({ sessionId })).agenda.map(({ id }) => id)
  await client.sessions.answerNoKnockouts({ sessionId })
  await callRoll(client, sessionId)
  await client.sessions.open({ sessionId })
  for (const memberId of council.memberIds) await castFullBallot(client, { agendaItemId, memberId })
  const address = `#/sessions/${sessionId}/results?item=${agendaItemId}`
  await page.evaluate((hash) => void (location.hash = hash), address)
  await expect(page.getByTestId('office-set')).toContainText('tổng điểm tối đa 99 điểm; theo văn bản số 12/VPĐP-NV')
  if (!hasPoppler) return sayWhyLeftOut()
  const minutes = await client.documents.render({ sessionId, kind: 'minutes', format: 'pdf' })
  expect(readText(new Uint8Array(await minutes.arrayBuffer())).replaceAll(/\s+/g, ' ')).toContain(
    'chấm theo phiếu in của Quyết định số 148/QĐ-TTg, tổng điểm tối đa 99 điểm; theo văn bản số 12/VPĐP-NV',
  )
})

async function makeCouncil(client: AppClient) {
  const { id } = await client.councils.save({ fields: sampleCouncil() })
  const memberIds: number[] = []
  for (const number of [1, 2, 3]) {
    memberIds.push((await client.councils.saveMember({ councilId: id, fields: sampleMember(number) })).id)
  }
  return { id, memberIds }
}

/** A session of products of set 1 that is open, or one without products that is still planned. */
async function makeSession(
  client: AppClient,
  council: { readonly id: number },
  {
    ruleSetId,
    round,
    products,
  }: { readonly ruleSetId: string; readonly round: number; readonly products: readonly number[] },
) {
  const productIds: number[] = []
  for (const number of products) productIds.push((await client.products.save({ fields: sampleProduct(number) })).id)
  const heldOn = ruleSetId === 'qd-26-2026' ? '2026-11-20' : '2024-11-20'
  const { id: sessionId } = await client.sessions.create({
    councilId: council.id,
    ruleSetId,
    fields: {
      year: Number(heldOn.slice(0, 4)),
      round,
      heldOn,
      place: '',
      referralThreshold: null,
      regulation: usualRegulation,
    },
  })
  if (productIds.length > 0) {
    await client.sessions.addProducts({ sessionId, productIds })
    await client.sessions.answerNoKnockouts({ sessionId })
    await callRoll(client, sessionId)
    await client.sessions.open({ sessionId })
  }
  const { agenda } = await client.sessions.get({ sessionId })
  return { sessionId, itemIds: agenda.map(({ id }) => id) }
}
