import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { hasPoppler, readText } from '../helpers/read-pdf.ts'
import { expect } from './fixtures.ts'
import type { SavedDocument } from './save-document.ts'

// What whoever plays the year does again and again, with the keys and the files of the office.

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Chooses a workbook where a file is asked for. */
export async function pickWorkbook(page: Page, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  await page.setInputFiles('input[type=file]', { name, mimeType: workbookType, buffer: Buffer.from(bytes) })
}

/** Closes the file and opens, or makes, the one of that name. */
export async function goToFile(page: Page, { name, isNew = false }: { name: string; isNew?: boolean }): Promise<void> {
  await page.getByRole('button', { name: /^Tệp đang mở/ }).press('Enter')
  await page.getByRole('menuitem', { name: /^Đóng tệp/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Làm việc với tệp nào?' })).toBeVisible()
  if (isNew) {
    await page.getByLabel('Tên tệp').fill(name)
    await page.keyboard.press('Enter')
  } else {
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .press('Enter')
  }
  await expect(page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
}

/** A list is read as soon as it is chosen; its deed has the focus, and Enter takes it. */
export async function pickList(page: Page, file: File) {
  await page.keyboard.press('Alt+x')
  await pickWorkbook(page, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  return page.getByRole('button', { name: /^Nhận \d+ dòng$/ })
}

/** The clock is before the newest decision that the program knows: it asks whether that is right. */
export async function sayYes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vẫn làm' }).press('Enter')
}

/** Numbers what is on show as the office proposes it, or with that number. */
export async function giveNumber(page: Page, number?: number): Promise<void> {
  await page.getByRole('button', { name: /^Lấy số/ }).press('Enter')
  await expect(page.getByRole('dialog').getByLabel(/^Số( đầu tiên.*)?$/)).toBeFocused()
  if (number !== undefined) {
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(`${number}`)
  }
  await page.keyboard.press('Enter')
  await sayYes(page)
  // It closes once the issued bytes are kept.
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** What the window writes into that folder by its save dialog. */
export async function savedIn(folder: string, act: () => Promise<unknown>): Promise<SavedDocument> {
  const whole = async () => (await readdir(folder)).filter((name) => /\.(pdf|xlsx|ocop-goi)$/.test(name))
  const before = new Set(await whole())
  await act()
  const added = async () => (await whole()).filter((name) => !before.has(name))
  await expect.poll(added, { timeout: 60_000 }).toHaveLength(1)
  const [name = ''] = await added()
  return { name, bytes: await readFile(join(folder, name)) }
}

/** The texts of a workbook's cells. */
export async function cellsOf({ bytes }: SavedDocument): Promise<ReadonlySet<string>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const cells = new Set<string>()
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void cells.add(cell.text)))
  return cells
}

/** The paper on show as it is printed, in one line; null without poppler. */
export async function printedText(page: Page, folder: string): Promise<{ name: string; text: string | null }> {
  const save = page.getByRole('button', { name: 'Lưu PDF' })
  await expect(save).toBeEnabled()
  const { name, bytes } = await savedIn(folder, () => save.press('Enter'))
  return { name, text: hasPoppler ? readText(new Uint8Array(bytes)).replace(/\s+/gu, ' ') : null }
}

/** The key is compared by telephone, then every row that is not asked about is taken. */
export async function takePackage(page: Page, { file, rows }: { file: SavedDocument; rows: number }): Promise<void> {
  await page.keyboard.press('Alt+4')
  await page.getByRole('link', { name: 'Gói dữ liệu' }).press('Enter')
  await page
    .getByRole('button', { name: 'Mở gói nhận được' })
    .or(page.getByRole('link', { name: 'Mở gói nhận được' }))
    .press('Enter')
  await expect(page.getByRole('button', { name: 'Chọn gói .ocop-goi' })).toBeFocused()
  const { name, bytes } = file
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: bytes })
  await expect(page.getByRole('button', { name: 'Đã so, xác nhận khóa' })).toBeVisible()
  await page.getByRole('button', { name: 'Đã so, xác nhận khóa' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Dấu khóa khớp, xác nhận' }).press('Enter')
  await expect(page.getByRole('button', { name: `Ghi: nhận ${rows}, không nhận 0` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Đã nhận ${rows} dòng, không nhận 0 dòng.`)).toBeVisible()
}
