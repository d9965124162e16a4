import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import type { AppHost } from './hosts/app-host.ts'

// A session prepared from what the office has in Excel, by real keys and the real clipboard.

/** Cells as Excel puts them on the clipboard. */
export function excelCells(...rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((cells) => cells.join('\t')).join('\r\n')}\r\n`
}

type Size = { readonly members: number; readonly products: number }

/** Types text and counts its keys: a letter with its marks is as many keys by Telex, of which the page sees one. */
export function telex(page: Page) {
  const counted = { keys: 0 }
  const type = async (text: string): Promise<void> => {
    counted.keys += text.normalize('NFD').length
    await page.keyboard.insertText(text)
  }
  return { counted, type }
}

type Desk = { readonly page: Page; readonly host: AppHost; readonly type: (text: string) => Promise<void> }

/** From an empty file to a session whose members, products, dossiers and samples are written down. */
export async function prepareSession({ page, host, type }: Desk, { members, products }: Size): Promise<void> {
  const { keyboard } = page
  await test.step('the council and its members', async () => {
    await keyboard.press('Alt+3')
    await page.getByRole('link', { name: 'Lập Hội đồng' }).click()
    await expect(page.getByLabel('Tên Hội đồng')).toBeFocused()
    await type('Hội đồng OCOP tỉnh')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await type('Phú Thọ')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Thành viên (0)' })).toBeVisible()
    await host.clipboard.write(memberList(members))
    await keyboard.press('Control+V')
    await expect(page.getByTestId('pasted-sum')).toHaveText(`${members} dòng mới`)
    await expect(page.getByRole('button', { name: `Ghi ${members} dòng` })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: `Thành viên (${members})` })).toBeVisible()
    await expect(page.getByLabel('Họ và tên, thành viên TV03')).toHaveValue('Người thứ 3 của Hội đồng')
    await expect(page.getByRole('combobox', { name: 'Vai trò, thành viên TV03' })).toHaveValue('Thư ký')
  })

  await test.step('the session and its products', async () => {
    await keyboard.press('Alt+4')
    await expect(page.getByText('Chưa có phiên họp nào')).toBeVisible()
    await keyboard.press('Alt+n')
    await expect(page.getByLabel('Ngày họp')).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByText('Chương trình chưa có sản phẩm')).toBeVisible()
    await host.clipboard.write(productList(products))
    await keyboard.press('Control+V')
    await expect(page.getByTestId('pasted-sum')).toHaveText(`${products} dòng mới`)
    await expect(page.getByRole('button', { name: `Ghi ${products} dòng` })).toBeFocused()
    await keyboard.press('Enter')
    await expect(agendaRows(page)).toHaveCount(products)
    await expect(agendaRows(page).first()).toContainText('PT-01 Sản phẩm mẫu 1')
  })

  await test.step('dossiers and samples of all of them', async () => {
    await keyboard.press('Control+A')
    await keyboard.press('x')
    await keyboard.press('5')
    await keyboard.press('Enter')
    await expect(agendaRows(page).filter({ hasText: 'Đầy đủ' }).filter({ hasText: '5 mẫu' })).toHaveCount(products)
  })
}

export function agendaRows(page: Page): Locator {
  return page.getByTestId('agenda').locator('tbody tr')
}

const posts = ['Chủ tịch', 'Phó Chủ tịch', 'Ủy viên, thư ký']

const memberList = (count: number): string =>
  excelCells(
    ['DANH SÁCH HỘI ĐỒNG', '', '', ''],
    ['STT', 'Cơ quan, đơn vị', 'Họ và tên', 'Chức danh trong HĐ'],
    ...Array.from({ length: count }, (_, index) => [
      index + 1,
      `Cơ quan số ${index + 1}`,
      `Người thứ ${index + 1} của Hội đồng`,
      posts[index] ?? 'Ủy viên',
    ]),
  )

const productList = (count: number): string =>
  excelCells(
    ['TT', 'Tên sản phẩm', 'Chủ thể', 'Loại hình', 'Xã', 'Mã số', 'Bộ sản phẩm'],
    ...Array.from({ length: count }, (_, index) => [
      index + 1,
      `Sản phẩm mẫu ${index + 1}`,
      `HTX số ${1 + (index % 5)}`,
      'HTX',
      `Xã ${'ABCDE'[index % 5]}`,
      `PT-${String(index + 1).padStart(2, '0')}`,
      1 + (index % 4),
    ]),
  )
