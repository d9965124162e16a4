import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { addDays, addMonths } from '../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile, openSample } from './open-file.ts'

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định']

/** In force whenever the tests run. */
const recently = addDays(vietnamDay(new Date()), -30)

/** The province's letter of 2024 names these three days. */
const rows = [
  head,
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong', 4, 74.5, '3163/QĐ-UBND', dateCell('2019-12-30')],
  ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Phong Phú', 'Tân Lạc', 3, 61, '2935/QĐ-UBND', dateCell('2020-12-22')],
  ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, null, '3001/QĐ-UBND', dateCell('2021-12-29')],
  ['Chè Pà Cò', 'HTX Mai Châu', 'xã Pà Cò', 'Mai Châu', 3, 60.25, '120/QĐ-UBND', dateCell(recently)],
]

test('what lists told of stands in the register with its end, is found, filtered, opened and copied', async ({
  page,
  host,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận 2019-2021.xlsx')
  const asked = { file, sender: 'Phòng NN&PTNT', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
  await page.keyboard.press('Alt+g')
  await expect(page.getByText('Tệp chưa có giấy chứng nhận nào')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Giấy chứng nhận' })).toHaveAttribute('aria-current', 'page')

  // Taken in another window: this one hears of it.
  await client.register.takeList(asked)
  const table = page.getByRole('table', { name: 'Giấy chứng nhận nào còn hiệu lực, đến khi nào?' })
  const found = table.getByRole('row')
  await expect(found).toHaveCount(5)
  await expectAccessible(page)
  await expect(found.nth(2)).toContainText('Cam lòng vàng')
  await expect(found.nth(2)).toContainText('30/12/2022')
  await expect(found.nth(2)).toContainText('Hết hạn')
  await expect(found.nth(3)).toContainText('22/12/2023')
  await expect(found.nth(4)).toContainText('29/12/2024')

  await page.getByRole('button', { name: 'Hết hạn 3', exact: true }).click()
  await expect(found).toHaveCount(4)
  await page.getByRole('group', { name: 'Hết hạn năm' }).getByRole('button', { name: '2023 1' }).click()
  await expect(found).toHaveCount(2)
  await expect(found.nth(1)).toContainText('Mật ong hoa rừng')

  await host.clipboard.write('')
  await page.getByRole('button', { name: 'Chép bảng' }).click()
  await expect(page.getByText('Đã chép 1 dòng')).toBeVisible()
  const [heads, cells] = (await host.clipboard.read()).split('\r\n').map((line) => line.split('\t'))
  expect(heads?.slice(2, 4)).toEqual(['Sản phẩm', 'Chủ thể'])
  expect(cells?.slice(2, 12)).toEqual([
    'Mật ong hoa rừng',
    'HTX Mường Bi',
    'xã Phong Phú',
    'Tân Lạc',
    '3',
    '61',
    '2935/QĐ-UBND',
    '22/12/2020',
    '22/12/2023',
    'Hết hạn',
  ])

  await page.getByRole('button', { name: '2023 1' }).click()
  await page.getByRole('button', { name: 'Hết hạn 3', exact: true }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('ruou pa co')
  await expect(found).toHaveCount(2)
  await page.getByRole('button', { name: 'Rượu cần' }).click()
  const time = page.getByRole('dialog', { name: 'Quá trình của sản phẩm' }).getByRole('listitem')
  await expect(time).toHaveCount(2)
  await expect(time.nth(0)).toContainText('Được công nhận theo Quyết định 3001/QĐ-UBND')
  await expect(time.nth(0)).toContainText('Công nhận 2019-2021.xlsx của Phòng NN&PTNT')
  await expect(time.nth(1)).toContainText('29/12/2024')
  await expect(time.nth(1)).toContainText('Giấy chứng nhận đã hết hạn')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a certificate of this file leads to its meeting and papers', async ({ page }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const [session] = await client.sessions.list()
  const { id: sessionId, heldOn: decided } = session ?? { id: 0, heldOn: '' }
  await client.sessions.close({ sessionId })
  const { posts, signer, recipients, symbol } = await client.documents.register.propose({ sessionId, kind: 'decision' })
  const issue = { number: 15, symbol, issuedOn: decided, posts, signer, recipients }
  await client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue,
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  const { symbol: own } = await client.documents.certificates.list({ sessionId })
  const { count } = await client.documents.certificates.enter({ sessionId, firstNumber: 7, symbol: own })

  await page.keyboard.press('Alt+g')
  const table = page.getByRole('table', { name: 'Giấy chứng nhận nào còn hiệu lực, đến khi nào?' })
  await expect(table.getByRole('row')).toHaveCount(count + 1)
  const first = table.getByRole('row').nth(1)
  await expect(first).toContainText(`07/${own}`)
  await expect(first).toContainText(formatDate(addMonths(decided, 36)))
  await expect(first).toContainText(`Nộp hồ sơ từ ${formatDate(addDays(addMonths(decided, 36), -180))}`)
  await first.getByRole('button').click()
  const time = page.getByRole('dialog', { name: 'Quá trình của sản phẩm' })
  await expect(time.getByText('Hội đồng cấp tỉnh đánh giá')).toBeVisible()
  await time.getByRole('link', { name: 'Quyết định công nhận' }).click()
  await expect(page).toHaveURL(/sessions\/\d+\/documents/)
  await expect(page.getByRole('heading', { name: 'Văn bản nào đã sẵn sàng?' })).toBeVisible()

  const [decision] = await client.documents.register.list({ sessionId })
  await client.documents.register.void({
    id: decision?.id ?? 0,
    reason: 'Ghi nhầm ngày ban hành nên phải ban hành lại',
  })
  await page.keyboard.press('Alt+g')
  await expect(page.getByRole('button', { name: `Cần xem lại ${count}` })).toBeVisible()
  await expect(first).toContainText('Cần xem lại')
  await expect(first).toContainText('Căn cứ đã thay đổi')
  await page.goBack()
  await page.getByRole('button', { name: 'Sổ văn bản' }).click()
  const reason = page.getByRole('dialog').getByText('Đã hủy: Ghi nhầm ngày ban hành nên phải ban hành lại')
  await expect(reason).toBeVisible()
  expect(
    await reason.evaluate(
      (mark) => mark.getBoundingClientRect().right <= (mark.closest('td')?.getBoundingClientRect().right ?? 0),
    ),
  ).toBe(true)
})
