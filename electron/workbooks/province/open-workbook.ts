import ExcelJS from 'exceljs'
import { utcDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'

/**
 * A province's workbook with its looks, ready to be changed and written again.
 * @throws UnreadableWorkbook for anything that is not a readable workbook of a bearable size.
 */
export async function openWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<ExcelJS.Workbook> {
  // Holds every part to its limits before the library, which has none, sees the file.
  await readXlsx(bytes)
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(bytes.buffer)
  } catch (error) {
    throw new UnreadableWorkbook('damaged', error)
  }
  return workbook
}

/** What a person sees in the cell; a merged area shows its text everywhere. Composed, spaces as one. */
export function textOf(cell: ExcelJS.Cell): string {
  const { value } = cell
  if (value instanceof Date) return utcDay(value)
  const shown = cell.type === ExcelJS.ValueType.Formula ? (cell.result ?? '') : cell.text
  return String(shown).normalize('NFC').replace(/\s+/gu, ' ').trim()
}
