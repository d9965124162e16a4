import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { districtList, districts, unknownHead } from '../fixtures/letter-year/district-lists.ts'
import { districtWorkbook } from '../fixtures/letter-year/district-workbook.ts'
import { decisions, recognisedList } from '../fixtures/letter-year/recognised-list.ts'
import { sayWhyLeftOut } from '../helpers/read-pdf.ts'
import { ungated } from '../helpers/ungated.ts'
import { countActs } from './count-acts.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import {
  giveNumber,
  goToFile,
  pickList,
  pickWorkbook,
  printedText,
  cellsOf,
  savedIn,
  sayYes,
  takePackage,
} from './letter-year-desk.ts'
import { moveClock } from './move-clock.ts'
import { createFile } from './open-file.ts'
import { answerSaveDialogs } from './save-document.ts'

// The year of the province's letter of 28/4/2024, played in the window of the compiled program by those who lived it: the
// province's office and a district's, a file each. Times are those of the letter; what is printed is read back.

const [provinceFile, districtFile] = ['Tỉnh Hòa Bình', 'Huyện Cao Phong']
const deadlines = [
  ['Hội đồng cấp huyện đánh giá xong', '30/10/2024'],
  ['Gửi hồ sơ đề nghị lên cấp tỉnh', '10/11/2024'],
  ['Hội đồng cấp tỉnh đánh giá xong', '15/12/2024'],
] as const

test('the year of the letter: lists in, lists out, deadlines, two meetings, results up and down, the next window', async ({
  page,
  host,
  dataFolder,
}) => {
  test.slow()
  const { shell } = host
  if (shell === null) throw new Error('there is no window here')
  const folder = join(dataFolder, 'saved')
  mkdirSync(folder)
  await answerSaveDialogs(shell, folder)
  const at = (day: string) => moveClock({ page, shell }, `${day}T02:00:00Z`)
  const { keyboard } = page
  const acts = await countActs(page)
  const played: string[] = []
  /** A step of the year, with what it took. */
  const play = <Result>(name: string, step: () => Promise<Result>): Promise<Result> =>
    test.step(name, async () => {
      const before = await acts()
      const result = await step()
      const after = await acts()
      played.push(`${after.keys - before.keys} keys, ${after.clicks - before.clicks} clicks: ${name}`)
      return result
    })

  await play('what ten districts register, each in a list of its own', async () => {
    await at('2024-03-01')
    await createFile(page, provinceFile)
    await keyboard.press('Alt+2')
    await expect(page.getByText('Tệp chưa có sản phẩm nào')).toBeVisible()
    await keyboard.press('Alt+x')
    await expect(page.getByRole('button', { name: /^Chọn tệp Excel/ })).toBeFocused()
    for (const [place, name] of districts.entries()) {
      const take = await pickList(page, await districtList(name, place))
      await expect(take).toBeFocused()
      if (name === 'Lương Sơn') {
        await expect(page.getByText('dùng 5/6 cột')).toBeVisible()
        await page.getByLabel(`Cột C: ${unknownHead}`).selectOption({ label: 'Xã, phường' })
        await expect(page.getByRole('row', { name: /Đọc được Mới Mật ong Lương Sơn/ })).toContainText(
          'xã Thượng Lương Sơn',
        )
      }
      await page.getByRole('combobox', { name: 'Cơ quan gửi' }).fill(`UBND huyện ${name}`)
      await expect(take).toBeEnabled()
      await take.press('Enter')
      await expect(page.getByText('Đã nhận danh sách: 3 dòng mới, 0 dòng thay đổi, 0 dòng không đổi.')).toBeVisible()
      await expect(page.getByRole('button', { name: /^Chọn danh sách tiếp theo/ })).toBeVisible()
    }
  })

  await play('300 certificates of 2019 to 2021, of which one is looked at', async () => {
    const take = await pickList(page, await recognisedList())
    await expect(page.getByRole('combobox', { name: 'Cơ quan gửi' })).toHaveValue('')
    await expect(take).toBeFocused()
    await page.getByLabel('Hiện các dòng').selectOption({ label: 'Chỉ dòng cần xem lại hoặc lỗi (1)' })
    await expect(page.getByText('chỉ đọc được theo thứ tự tháng/ngày/năm: ngày 30/12/2019')).toBeVisible()
    await take.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Nhận 300 dòng' }).press('Enter')
    await page.getByRole('link', { name: 'Xem giấy chứng nhận' }).press('Enter')
    await expect(page.getByText('300 giấy chứng nhận')).toBeVisible()
  })

  await play('four lists are announced on paper', async () => {
    await at('2024-04-28')
    await expect(page.getByText('tình trạng ngày 28/04/2024')).toBeVisible()
    await openList(page, 'Danh mục sản phẩm đăng ký')
    await keyboard.press('Enter')
    // The office is asked for on the paper that waits for it.
    await expect(page.getByLabel('Tỉnh, thành phố')).toBeFocused()
    await keyboard.type('tỉnh Hòa Bình')
    await keyboard.press('Enter')
    const registered = await printedText(page, folder)
    expect(registered.name).toBe('Danh-muc_dang-ky_2024_2024-04-28.pdf')
    if (registered.text !== null)
      expect(registered.text).toContain('có 30 (ba mươi) sản phẩm của 20 (hai mươi) chủ thể')
    await giveNumber(page)
    const numbers = page.getByTestId('paper-numbers')
    await expect(numbers).toContainText('01/TB-SNN')
    await expect(page.getByRole('button', { name: 'Ghi đã gửi' })).toBeFocused()

    await openList(page, 'Danh mục sản phẩm hết hạn')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Năm công nhận').click()
    for (const year of [2019, 2020, 2021]) await dialog.getByLabel(`${year} (100)`).press('Space')
    await expect(dialog.getByLabel('Mỗi năm một danh mục, số riêng')).toBeChecked()
    await keyboard.press('Enter')
    await giveNumber(page)
    await expect(numbers).toContainText('Đã lấy số 3/3')
    const { text } = await printedText(page, folder)
    if (text !== null) {
      // Each of the three days stands in its own list a hundred times, with the number that the list was given.
      for (const [place, { lapsesOn, day }] of decisions.entries()) {
        const [before = '', own = ''] = text.split(`DANH MỤC SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM ${day.slice(0, 4)}`)
        expect(before).toContain(`Số: 0${place + 2}/TB-SNN`)
        expect(text.split(lapsesOn).length - 1, lapsesOn).toBe(100)
        expect(own.split(lapsesOn).length - 1, lapsesOn).toBe(100)
      }
    }
  })

  await play('the letter’s deadlines', async () => {
    await enterLetter(page)
    const row = page.getByRole('row', { name: /Hội đồng cấp tỉnh đánh giá xong/ })
    // The office has no council yet; what it collects is its own work all the same.
    await expect(row.getByRole('link', { name: '30 sản phẩm đăng ký chưa được đánh giá' })).toBeVisible()
  })

  await play('the district’s file, its meeting by a workbook, its papers', async () => {
    await goToFile(page, { name: districtFile, isNew: true })
    await at('2024-05-02')
    await page.getByRole('link', { name: 'Nhận danh sách của cơ quan khác' }).press('Enter')
    const take = await pickList(page, await districtList('Cao Phong', 0))
    await take.press('Enter')
    await expect(page.getByText('Đã nhận danh sách: 3 dòng mới')).toBeVisible()
    await enterLetter(page)

    await at('2024-10-21')
    await keyboard.press('Alt+4')
    await page.getByRole('link', { name: 'Nhập từ Excel' }).press('Enter')
    await pickWorkbook(page, { name: 'Phiếu điểm.xlsx', bytes: await districtWorkbook('Cao Phong', '2024-10-21') })
    await expect(page.getByText('3 sản phẩm đã có trong tệp và được dùng lại.')).toBeVisible()
    await page.getByRole('button', { name: 'Nhập', exact: true }).press('Enter')
    await expect(page).toHaveURL(/#\/sessions\/\d+$/)
    await part(page, 'Kết quả')
    await expect(page.getByTestId('results').getByText('Đề nghị', { exact: true })).toHaveCount(2)
    await lockSession(page)
    await at('2024-11-05')
    await keyboard.press('Alt+6')
    await showDocument(page, 'Quyết định công nhận')
    await giveNumber(page, 1450)
    await showDocument(page, 'Danh sách đề nghị cấp trên')
    const list = await savedIn(folder, () => page.getByRole('button', { name: 'Lưu Excel' }).press('Enter'))
    const cells = await cellsOf(list)
    expect(['Mật ong', 'Chè', 'Rượu cần'].map((name) => cells.has(`${name} Cao Phong`))).toEqual([true, true, false])
    await showDocument(page, 'Công văn đề nghị cấp trên')
    await giveNumber(page)
    await expect(page.getByTestId('document-number')).toContainText('01/UBND-NN')
  })

  const up = await play('two products go up by package, before 10/11', async () => {
    await keyboard.press('Alt+1')
    await page.getByRole('link', { name: 'Thời hạn trong năm' }).press('Enter')
    for (const task of ['Hội đồng cấp huyện đánh giá xong', 'Gửi hồ sơ đề nghị lên cấp tỉnh'])
      await expect(page.getByRole('row', { name: new RegExp(task) })).toContainText('Đúng hạn')
    return makePackage(page, folder)
  })

  await play('the province takes them in and meets: every ballot by keys', async () => {
    await goToFile(page, { name: provinceFile })
    await takePackage(page, { file: up, rows: 2 })
    await at('2024-12-10')
    await foundCouncil(page)
    await keyboard.press('Alt+4')
    await page.getByRole('main').getByRole('button', { name: 'Lập phiên họp' }).press('Enter')
    await expect(page.getByLabel('Ngày họp')).toHaveValue('10/12/2024')
    await expect(page.getByRole('combobox', { name: 'Bộ quy định' })).toHaveValue(/^QĐ 148/)
    await keyboard.press('Enter')
    await page.getByRole('main').getByRole('button', { name: 'Thêm sản phẩm' }).first().press('Enter')
    // Of the 330 in the file, those that can be scored.
    await page.getByRole('button', { name: 'Thêm cả 2 sản phẩm' }).press('Enter')
    await expect(page.getByText('Đã thêm 2 sản phẩm')).toBeVisible()
    await page.getByRole('button', { name: 'Xong' }).press('Enter')
    await page.getByRole('button', { name: /^Ghi “Đạt” cho/ }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi “Đạt”', exact: true }).press('Enter')
    await part(page, 'Điểm danh')
    await expect(page.getByTestId('quorum')).toBeVisible()
    await keyboard.press('Alt+c')
    await expect(page.getByText('Đủ số dự họp: 3/3').first()).toBeVisible()
    await part(page, 'Chương trình')
    await page.getByRole('button', { name: 'Khai mạc phiên họp' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Khai mạc phiên họp' }).press('Enter')
    await part(page, 'Chấm điểm')
    await page.getByTestId('resume').press('Enter')
    await keyBallots(page)
    await lockSession(page)
  })

  const down = await play('decision, certificates and results back by package', async () => {
    await at('2024-12-20')
    await keyboard.press('Alt+6')
    await showDocument(page, 'Quyết định công nhận')
    await giveNumber(page, 2860)
    await page.getByRole('main').getByRole('button', { name: 'Giấy chứng nhận', exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Số đầu tiên')).toBeFocused()
    await keyboard.press('Enter')
    for (const code of ['01/GCN-UBND', '02/GCN-UBND'])
      await expect(dialog.getByRole('row', { name: new RegExp(code) })).toContainText('20/12/2027')
    await keyboard.press('Escape')
    await keyboard.press('Alt+1')
    await expect(page.getByRole('region', { name: 'Thời hạn' })).toContainText('Quá hạn')
    await page.getByRole('link', { name: '28 sản phẩm đăng ký chưa được đánh giá' }).press('Enter')
    await expect(page.getByText('Mật ong Tân Lạc')).toBeVisible()
    return makePackage(page, folder)
  })

  await play('the district has the results', async () => {
    await goToFile(page, { name: districtFile })
    await takePackage(page, { file: down, rows: 2 })
    await keyboard.press('Alt+g')
    const found = page.getByRole('row', { name: /2860\/QĐ-UBND/ })
    await expect(found).toHaveCount(2)
    await expect(found.first()).toContainText('20/12/2027')
  })

  await play('the window of the law that is in force then opens, with a letter to the producer', async () => {
    await at('2027-06-22')
    await goToFile(page, { name: provinceFile })
    await expect(page.getByText('22/06/2027')).toBeVisible()
    await expect(page.getByRole('link', { name: /đang nhận hồ sơ đánh giá lại/ })).toHaveCount(0)
    // The window is left open overnight, and hears of the new day.
    await at('2027-06-23')
    await page.getByRole('link', { name: '2 giấy chứng nhận đang nhận hồ sơ đánh giá lại' }).press('Enter')
    await expect(page.getByRole('row', { name: /2860\/QĐ-UBND/ }).first()).toContainText('Nộp hồ sơ đến 22/08/2027')
    await openList(page, 'Thư mời đánh giá lại')
    await page.getByRole('dialog').getByRole('button', { name: 'Mở 1 thư' }).press('Enter')
    const { text } = await printedText(page, folder)
    if (text !== null) expect(text).toContain('02 (hai) sản phẩm do Hợp tác xã Cao Phong')
    await page.getByRole('button', { name: 'Lấy số' }).press('Enter')
    await expect(page.getByRole('dialog').getByLabel('Số', { exact: true })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByTestId('paper-numbers')).toContainText('01/SNNMT-PTNT')
  })

  console.log(['', 'Keys and clicks of the letter’s year:', ...played].join('\n'))
  await play('and the file says that all this is as it was done', async () => {
    const client = await hostClient(page)
    expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
  })
})

sayWhyLeftOut()

/** From the register of certificates to the dialog that asks what a list is made of. */
async function openList(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('Alt+g')
  await page.getByRole('button', { name: 'Lập văn bản' }).press('Enter')
  await page.getByRole('menuitem', { name: kind }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function enterLetter(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Alt+1')
  await page.getByRole('link', { name: 'Thời hạn trong năm' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Ghi văn bản' })).toBeVisible()
  await keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Số, ký hiệu')).toBeFocused()
  for (const text of ['638/UBND-KTN', '28/04/2024', 'UBND tỉnh Hòa Bình', 'Phó Chủ tịch']) {
    await keyboard.type(text)
    await keyboard.press('Tab')
  }
  for (const [place, [task, before]] of deadlines.entries()) {
    if (place > 0) await dialog.getByRole('button', { name: 'Thêm thời hạn' }).press('Enter')
    const choice = dialog.getByRole('combobox', { name: `Việc thứ ${place + 1}`, exact: true })
    await expect(choice).toBeFocused()
    await choice.click()
    await page.getByRole('option', { name: task, exact: true }).click()
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await keyboard.type(before)
    await keyboard.press('Tab')
  }
  await dialog.getByRole('button', { name: 'Ghi văn bản' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  for (const [task] of deadlines) await expect(page.getByRole('row', { name: new RegExp(task) })).toBeVisible()
}

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các phần của phiên họp' }).getByRole('link', { name }).press('Enter')

async function lockSession(page: Page): Promise<void> {
  await part(page, 'Kết thúc')
  await expect(page.getByRole('heading', { name: 'Còn thiếu gì để khóa phiên họp?' })).toBeVisible()
  await page.getByRole('button', { name: 'Khóa phiên họp' }).press('Enter')
  const closing = page.getByRole('dialog', { name: 'Khóa phiên họp' })
  await closing.getByRole('button', { name: 'Khóa phiên họp' }).press('Enter')
  await sayYes(page)
  await expect(page.getByRole('heading', { name: 'Phiên họp đã khóa với kết quả nào?' })).toBeVisible()
}

const showDocument = (page: Page, name: string) =>
  page
    .getByTestId('documents')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .press('Enter')

async function makePackage(page: Page, folder: string) {
  await page.keyboard.press('Alt+4')
  await page.getByRole('link', { name: 'Gói dữ liệu' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Đã gửi, đã nhận gói dữ liệu nào?' })).toBeVisible()
  await page.getByRole('button', { name: /^Lập gói/ }).press('Enter')
  const deed = page.getByRole('dialog').getByRole('button', { name: 'Lập và lưu gói' })
  await expect(deed).toBeEnabled()
  return savedIn(folder, () => deed.press('Enter'))
}

/** A provincial council of three, from its page. */
async function foundCouncil(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Alt+3')
  await page.getByRole('link', { name: 'Lập Hội đồng' }).press('Enter')
  await expect(page.getByLabel('Tên Hội đồng')).toBeFocused()
  await keyboard.type('Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Hòa Bình')
  await keyboard.press('Tab')
  for (const text of ['Hòa Bình', '512/QĐ-UBND', '10/01/2024']) {
    await keyboard.press('Tab')
    // The office's own province stands there.
    if (text === 'Hòa Bình') await expect(page.getByLabel('Tỉnh, thành phố')).toHaveValue('tỉnh Hòa Bình')
    await keyboard.type(text)
  }
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Thành viên (0)' })).toBeVisible()
  await expect(page.getByLabel('Họ và tên, thành viên mới')).toBeFocused()
  for (const [place, name] of ['Chủ tịch Hội đồng', 'Thư ký Hội đồng', 'Ủy viên thứ nhất'].entries()) {
    await keyboard.type(name)
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: `Thành viên (${place + 1})` })).toBeVisible()
    await expect(page.getByLabel('Họ và tên, thành viên mới')).toBeFocused()
  }
}

/** Four stars for each product, from each of the three members: the next ballot opens by itself. */
async function keyBallots(page: Page): Promise<void> {
  const client = await hostClient(page)
  const { agenda, members } = await client.sessions.get({ sessionId: 1 })
  for (const { id: agendaItemId } of agenda) {
    const form = await client.rules.itemForm({ agendaItemId })
    const zeros = new Set(ungated(form))
    const keys = listCriteria(form).map(({ criterion: { options } }, place) =>
      zeros.has(place) ? 0 : Math.max(...options.map(({ points }) => points)),
    )
    for (const { id: memberId } of members) {
      await expect(page).toHaveURL(new RegExp(`item=${agendaItemId}&member=${memberId}`))
      await expect(page.getByTestId('current-criterion')).toBeFocused()
      await page.keyboard.type(keys.join(''))
      await expect(page.getByTestId('confirm-line')).toContainText(`Đã chấm đủ ${keys.length} tiêu chí`)
      await page.keyboard.press('Enter')
    }
  }
  await expect(page.getByTestId('missing-ballots')).toHaveText('Mọi phiếu đã được xác nhận.')
}
