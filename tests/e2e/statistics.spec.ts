import type { Locator } from '@playwright/test'
import { showCell } from '../../electron/workbooks/xlsx/plain-sheet.ts'
import { readXlsx } from '../../electron/workbooks/xlsx/read-xlsx.ts'
import { parseClipboard } from '../../shared/domain/columns/parse-clipboard.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'
import { saveDocument } from './save-document.ts'

// The letter's three years: what the file knows is counted, drawn, taken along, and leads to the certificates meant.

const rows = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Loại hình', 'Xã', 'Huyện', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
  [
    'Cam lòng vàng',
    'HTX Hà Phong',
    'Hợp tác xã',
    'xã Thu Phong',
    'Cao Phong',
    4,
    '3163/QĐ-UBND',
    dateCell('2019-12-30'),
  ],
  ['Mật ong', 'HTX Mường Bi', 'Hợp tác xã', 'xã Phong Phú', 'Tân Lạc', 3, '2935/QĐ-UBND', dateCell('2020-12-22')],
  ['Rượu cần', 'Cơ sở Mai', 'Hộ kinh doanh', 'xã Pà Cò', 'Mai Châu', 3, '3001/QĐ-UBND', dateCell('2021-12-29')],
  ['Măng khô', 'Cơ sở Mai', 'Hộ kinh doanh', 'xã Mai Hạ', 'Mai Châu', 4, '3001/QĐ-UBND', dateCell('2021-12-29')],
]

test('products are counted by what is chosen, and leave as a picture, as cells and as a workbook', async ({
  page,
  host,
}) => {
  await createFile(page)
  const client = await hostClient(page)
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })

  await page.keyboard.press('Alt+g')
  await page.getByRole('link', { name: 'Thống kê', exact: true }).click()
  await expect(
    page.getByRole('heading', { name: 'Bao nhiêu sản phẩm được đăng ký, đánh giá, công nhận?' }),
  ).toBeVisible()
  const table = page.getByTestId('statistics')
  const cellsOf = (name: string) => table.getByRole('row', { name }).getByRole('cell')
  // Registered, scored, sent up, recognised, lapsed; recognised with 5, 4 and 3 stars.
  await expect(cellsOf('2021')).toHaveText(['0', '0', '0', '2', '0', '0', '1', '1'])
  await expect(cellsOf('Cả khoảng thời gian')).toHaveText(['0', '0', '0', '4', '4', '0', '2', '2'])
  const bars = page.getByTestId('chart').locator('.recharts-bar-rectangle path')
  await expect(bars).not.toHaveCount(0)
  // What is drawn is what the fillings beside the chart stand for.
  const fillings = page.getByRole('figure').locator('figcaption rect')
  const fillsOf = (all: Locator) => all.evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('fill')))
  expect(await fillsOf(fillings)).toEqual(expect.arrayContaining(await fillsOf(bars)))
  expect(new Set(await fillsOf(fillings)).size, 'a filling each').toBe(await fillings.count())
  await expectAccessible(page)

  // On a laptop at 125 % the table has at least half the height that the chart has.
  const whole = page.viewportSize() ?? { width: 1366, height: 768 }
  await page.setViewportSize({ width: 1093, height: 570 })
  for (const label of ['Theo huyện', 'Theo năm']) {
    await page.getByLabel('Thống kê theo').selectOption({ label })
    const seen = () =>
      page.evaluate(() => {
        const [chart, table] = ['chart', 'statistics'].map((name) =>
          document.querySelector(`[data-testid="${name}"]`)?.getBoundingClientRect(),
        )
        return (window.innerHeight - (table?.top ?? Infinity)) / (chart?.height ?? 0)
      })
    await expect.poll(seen, label).toBeGreaterThanOrEqual(0.5)
  }
  await page.setViewportSize(whole)
  await page.getByLabel('Thống kê theo').selectOption({ label: 'Theo huyện' })
  await expect(cellsOf('Mai Châu')).toHaveText(['0', '0', '0', '2', '2', '0', '1', '1'])
  await page.getByLabel('Đến năm').selectOption('2020')
  await expect(table.getByRole('row', { name: 'Mai Châu' })).toHaveCount(0)
  await page.getByLabel('Đến năm').selectOption('')
  await expectAccessible(page)

  await host.clipboard.write('')
  await page.getByRole('button', { name: 'Chép bảng' }).click()
  await expect(page.getByText('Đã chép 4 dòng')).toBeVisible()
  const copied = parseClipboard(await host.clipboard.read())
  expect(copied[2]).toEqual(['Mai Châu', '0', '0', '0', '2', '2', '0', '1', '1', '0'])

  const workbook = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu thành Excel' }).click())
  expect(workbook.name).toBe('Theo huyện, tất cả các năm.xlsx')
  const [sheet] = await readXlsx(workbook.bytes)
  const written = sheet?.rows.map(({ cells }) => [...cells.values()].map(showCell)) ?? []
  expect(written.find(([first]) => first === 'Mai Châu')?.slice(0, 10)).toEqual(copied[2])
  expect(written[0]?.[0]).toBe('Theo huyện, tất cả các năm')

  const picture = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu hình' }).click())
  expect(picture.name).toBe('Được công nhận Theo huyện, tất cả các năm.png')
  const seen = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const { data = new Uint8ClampedArray() } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
    const colours = new Set<string>()
    for (let place = 0; place < data.length; place += 4) colours.add(data.slice(place, place + 4).join())
    return { width: canvas.width, corner: data.slice(0, 4).join(), colours: [...colours] }
  }, picture.bytes.toString('base64'))
  expect(seen.width).toBeGreaterThan(1000)
  expect(seen.corner).toBe('255,255,255,255')
  // The gold of the stars and the ink of the texts, as on white paper.
  expect(seen.colours).toEqual(expect.arrayContaining(['176,122,0,255', '26,31,35,255']))

  // A district leads to its communes, what lapsed to the certificates that did.
  await table.getByRole('link', { name: 'Mai Châu' }).click()
  await expect(table.getByRole('row')).toHaveCount(4)
  await cellsOf('xã Pà Cò').getByRole('link', { name: 'Xem 1 giấy chứng nhận hết hạn' }).click()
  const register = page.getByRole('table', { name: 'Giấy chứng nhận nào còn hiệu lực, đến khi nào?' })
  await expect(register.getByRole('row')).toHaveCount(2)
  await expect(register).toContainText('Rượu cần')
})

test('a quarter leads to the certificates that end in it', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  // Ends in the quarter that it is now, whenever this runs.
  const { day } = await client.statistics.quarters()
  const year = Number(day.slice(0, 4)) - 3
  const ends = (place: string, star: number, date: string) => [
    `Sản phẩm ${place}`,
    `HTX ${place}`,
    star,
    '12/QĐ-UBND',
    dateCell(date),
  ]
  const list = [
    ['Tên sản phẩm', 'Tên chủ thể', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
    ends('một', 3, `${year}-${day.slice(5, 7)}-01`),
    ends('hai', 4, `${year}-${day.slice(5, 7)}-02`),
    ends('ba', 4, `${year + 1}-02-01`),
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows: list }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('textbox').fill('het han theo quy')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Quý nào có bao nhiêu giấy chứng nhận hết hạn?' })).toBeVisible()
  const present = page.getByTestId('quarters').getByRole('row', { name: '(quý này)' })
  await expect(present.getByRole('cell')).toHaveText(['2', '0', '1', '1'])
  await expectAccessible(page)
  // Each of the 25 bars has its quarter beneath it, however narrow the window.
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1093, height: 570 })
  await expect(page.getByTestId('chart').locator('text', { hasText: /^(I|II|III|IV)\d\d$/ })).toHaveCount(25)
  if (size !== null) await page.setViewportSize(size)
  await present.getByRole('link').nth(1).click()
  const register = page.getByRole('table', { name: 'Giấy chứng nhận nào còn hiệu lực, đến khi nào?' })
  await expect(register.getByRole('row')).toHaveCount(2)
  await expect(register).toContainText('Sản phẩm hai')
  await page.goBack()

  // A bar does the same for all its stars.
  await page.getByTestId('chart').locator('.recharts-bar-rectangle path').first().click()
  await expect(register.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: /^Hết hạn trong quý/ }).click()
  await expect(register.getByRole('row')).toHaveCount(4)
})

test('a table of more rows than one looks through comes in pages, each with the sum of all', async ({ page }) => {
  await createFile(page)
  const client = await hostClient(page)
  const communes = Array.from({ length: 203 }, (_, index) => String(index + 1).padStart(3, '0'))
  const list = [
    rows[0] ?? [],
    ...communes.map((name) => [`Chè ${name}`, `HTX ${name}`, '', `xã ${name}`, 'Mai Châu', 3]),
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows: list }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
  await page.evaluate(() => void (location.hash = '/statistics?by=commune'))
  const table = page.getByTestId('statistics')
  await expect(table.getByRole('rowheader')).toHaveCount(201)
  await expect(table.getByRole('rowheader').first()).toHaveText('xã 001, Mai Châu')
  await page.keyboard.press('Alt+PageDown')
  await expect(table.getByRole('rowheader')).toHaveText([
    'xã 201, Mai Châu',
    'xã 202, Mai Châu',
    'xã 203, Mai Châu',
    'Cả khoảng thời gian',
  ])
})
