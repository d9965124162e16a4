import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { scannedPdf } from '../helpers/scanned-pdf.ts'
import { expect, test } from './fixtures.ts'
import { openBallot, openScoring } from './open-scoring.ts'
import { saveDocument } from './save-document.ts'

// The evidence of a criterion and what others scored, beside the ballots.

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** True where the first page shows something black. */
const hasInk = (page: Page) =>
  page.locator('[data-page="1"] canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] }
    return [...data].some((value, at) => at % 4 === 0 && value < 40 && data[at + 3] === 255)
  })

/** A workbook of reference scores with the producer's points of the first criteria. */
async function withPoints(bytes: Uint8Array, producer: readonly number[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = book.getWorksheet('Điểm tham khảo')
  for (const [index, points] of producer.entries()) if (sheet !== undefined) sheet.getCell(index + 2, 6).value = points
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('the evidence of a criterion opens by one key, and what others scored stands beside it', async ({
  page,
  host,
  dataFolder,
}) => {
  const { client, sessionId, itemIds, memberIds } = await openScoring(page)
  const [agendaItemId = 0] = itemIds
  const { agenda } = await client.sessions.get({ sessionId })
  const productId = agenda[0]?.productId ?? 0
  const { id } = await client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
  const add = async (name: string, item: string, bytes: Buffer) =>
    client.registrations.addFile({ id, item, file: new File([new Uint8Array(bytes)], name) })
  await add('Hợp đồng vùng nguyên liệu (quét).pdf', 'raw-materials', scannedPdf())
  await add('Ảnh vườn.png', 'raw-materials', png)
  await add('Giấy đăng ký kinh doanh.docx', 'business-registration', Buffer.from('PK\u0003\u0004 không phải Word'))
  await client.products.setPicture({ id: productId, file: new File([new Uint8Array(png)], 'anh.png') })
  const story = 'Nghề nuôi ong rừng của bản có từ năm 1962.\nMật lấy một vụ, tháng Tư.'
  await client.products.saveIdentity({ id: productId, fields: { story } })
  await openBallot(page, { agendaItemId, memberId: memberIds[0] ?? 0 })
  const panel = page.getByTestId('side-panel')
  const evidence = page.getByTestId('evidence')

  await test.step('the panel: picture, files of the criterion; it keeps the keys where they are', async () => {
    await expect(panel).toBeHidden()
    await page.keyboard.press('g')
    await expect(panel.getByRole('img', { name: /^Ảnh sản phẩm/ })).toBeVisible()
    await expect(panel).toContainText('Hợp đồng vùng nguyên liệu (quét).pdf')
    await expect(panel).not.toContainText('Giấy đăng ký kinh doanh')
    await expect(panel.getByTestId('side-identity')).toContainText('Nghề nuôi ong rừng của bản có từ năm 1962.')
    await expect(panel.getByTestId('side-identity')).not.toContainText('Nguyên liệu địa phương')
    await expect(page.getByTestId('current-criterion')).toBeFocused()
    await page.keyboard.press('1')
    await expect(page.getByTestId('current-criterion')).toHaveAttribute('data-code', '1.2')
    await expect(panel.getByRole('heading', { level: 3 }).first()).toContainText('1.2')
    await expectAccessible(page)
  })

  await test.step('evidence: a scan is shown, a picture, another kind; a file is linked and unlinked', async () => {
    await page.keyboard.press('v')
    const files = evidence.getByRole('navigation', { name: 'Tệp của hồ sơ' })
    await expect(files.getByRole('button').first()).toBeFocused()
    await expect(evidence.getByTestId('preview')).toBeVisible()
    await expect.poll(() => hasInk(page)).toBe(true)
    await expectAccessible(page)
    await page.keyboard.press('2')
    await expect(evidence.getByRole('img', { name: 'Ảnh vườn.png' })).toBeVisible()
    await page.keyboard.press('3')
    await expect(evidence.getByText('Tệp dạng này không xem được ngay tại đây.')).toBeVisible()
    await evidence.getByRole('checkbox', { name: 'Tệp này chứng minh tiêu chí 1.2' }).click()
    await expect(files).toContainText('Chứng minh tiêu chí này (3)')
    await page.keyboard.press('Escape')
    await expect(evidence).toBeHidden()
    await expect(page.getByTestId('current-criterion')).toBeFocused()
    await expect(panel).toContainText('Giấy đăng ký kinh doanh.docx')
  })

  await test.step('a file that is gone and one that was altered, and damaged, are told', async () => {
    const folders = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    const own = join(dataFolder, folders.find((name) => name.endsWith(join('hồ sơ', `HS${id}`))) ?? '')
    for (const name of readdirSync(own)) {
      if (name.startsWith('Ảnh')) rmSync(join(own, name))
      if (!name.startsWith('Hợp đồng')) continue
      chmodSync(join(own, name), 0o644)
      writeFileSync(join(own, name), '%PDF-1.7 cắt ngang')
    }
    await page.keyboard.press('v')
    await page.keyboard.press('2')
    await expect(evidence.getByRole('alert')).toContainText(['mã SHA-256 không khớp', 'Tệp hỏng, không xem được.'])
    await page.keyboard.press('3')
    await expect(evidence.getByRole('alert')).toContainText('Tệp không còn trong thư mục')
    await page.keyboard.press('Escape')
  })

  await test.step('what the producer and the advisers scored is keyed like ballots, and pasted', async () => {
    await panel.getByRole('button', { name: 'Nhập điểm tham khảo' }).click()
    const grid = page.getByRole('grid')
    await expect(grid.getByRole('gridcell', { name: /^Tiêu chí 1.1, .*, Chủ thể tự chấm/ })).toBeVisible()
    await page.keyboard.press('2')
    await page.keyboard.press('ArrowRight')
    await page.evaluate(async () => {
      const data = new DataTransfer()
      data.setData('text/plain', '1\n1')
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await page.getByRole('button', { name: 'Dán 2 ô' }).click()
    await expect(page.getByTestId('saved')).toContainText('Đã lưu')
    const { sheets } = await client.reference.ofItem({ agendaItemId })
    expect(sheets.map(({ choices, totals }) => [choices.slice(0, 2), totals.answered])).toEqual([
      [[2, null], 1],
      [[1, 2], 2],
    ])
    await expectAccessible(page)
  })

  await test.step('the panel says them; hidden, it says only that', async () => {
    await openBallot(page, { agendaItemId, memberId: memberIds[0] ?? 0, criterion: '1.1' })
    await expect(panel.getByRole('row', { name: /Chủ thể tự chấm/ })).toContainText('2/3')
    await client.reference.setSight({ sessionId, sight: 'hidden' })
    await expect(panel).toContainText('Đang ẩn để thành viên chấm độc lập.')
    await expect(panel).not.toContainText('Tổ tư vấn')
  })

  await test.step('beside the council’s mean they stand on the results, unless hidden', async () => {
    await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/results?item=${agendaItemId}`)
    await expect(page.getByTestId('item-reasons')).toBeVisible()
    await expect(page.getByTestId('reference-totals')).toBeHidden()
    await client.reference.setSight({ sessionId, sight: 'panel' })
    await expect(page.getByTestId('reference-totals').getByRole('row', { name: /Chủ thể tự chấm/ })).toContainText(
      '(1/32 tiêu chí)',
    )
    await expectAccessible(page)
  })

  await test.step('the whole dossier is saved, and what lacks is told', async () => {
    await page.evaluate((to) => void (location.hash = to), `/registrations?year=2026&open=${id}`)
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu cả hồ sơ' }).click()
    await expect(page.getByRole('alert')).toContainText('1 tệp không còn; 1 tệp có nội dung đã khác')
    await expect(page.getByText(/Ho-so_SP1 Sản phẩm SP1/).first()).toBeVisible()
    await openBallot(page, { agendaItemId, memberId: memberIds[0] ?? 0 })
  })

  await test.step('it is remembered; a small window shows it over the screen', async () => {
    await page.reload()
    await expect(panel).toBeVisible()
    await page.setViewportSize({ width: 1093, height: 570 })
    await expect(panel).toBeHidden()
    await expect(page.getByTestId('current-criterion')).toBeVisible()
    await page.keyboard.press('g')
    await expect(page.getByRole('dialog', { name: 'Sản phẩm và minh chứng' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    // Its keys are the same there.
    await page.keyboard.press('g')
    await expect(panel).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('v')
    await expect(page.getByRole('dialog')).toHaveCount(2)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await page.keyboard.press('g')
    await expect(panel).toBeHidden()
  })

  await test.step('what others scored comes from a workbook too: looked at, taken whole, and taken back', async () => {
    const at = `view=reference&item=${agendaItemId}`
    await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring?${at}`)
    const keyed = (await client.reference.ofItem({ agendaItemId })).sheets.map(({ choices }) => choices)
    await page.getByRole('button', { name: 'Từ Excel…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Điểm tham khảo từ tệp Excel' })
    const saved = await saveDocument(host, () => dialog.getByRole('button', { name: 'Mẫu trống của SP1' }).click())
    const pick = async (producer: readonly number[]) =>
      dialog.locator('input[type="file"]').setInputFiles({
        name: 'Tự chấm.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await withPoints(saved.bytes, producer),
      })
    await pick([99])
    await expect(dialog.getByRole('row', { name: /vượt quá điểm tối đa 3/ })).toContainText('Chủ thể tự chấm (F)')
    await expect(dialog.getByRole('button', { name: 'Nhận điểm' })).toBeDisabled()
    await pick([1, 1])
    await expect(dialog.getByRole('row', { name: /SP1.*Chủ thể tự chấm/ })).toContainText('1.1: 2 → 1')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Nhận 2 điểm' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('gridcell', { name: /^Tiêu chí 1.1, .*, Chủ thể tự chấm/ })).toHaveText('1')
    await page.getByRole('button', { name: 'Từ Excel…' }).click()
    await dialog.getByRole('button', { name: 'Hoàn tác lần nhận gần nhất' }).click()
    const sure = page.getByRole('dialog', { name: 'Hoàn tác lần nhận gần nhất' })
    await expect(sure).toContainText('Tự chấm.xlsx')
    await sure.getByRole('button', { name: 'Hoàn tác lần nhận gần nhất' }).click()
    await expect(dialog).toBeHidden()
    const { sheets } = await client.reference.ofItem({ agendaItemId })
    expect(sheets.map(({ choices }) => choices)).toEqual(keyed)
  })
})
