import type { CellModel, CellStyle, SheetValue } from '../xlsx/write-xlsx.ts'

const font = { name: 'Times New Roman', size: 12 }
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const border = { top: line, left: line, bottom: line, right: line }
const centred = { horizontal: 'center', vertical: 'top' } as const

/**
 * What the cells of a session workbook look like. In texts and open texts the spreadsheet program keeps what is typed
 * (`1/2`, `1.10`) and makes no date or number of it; only open cells take input on a locked sheet.
 */
export const cellLooks = {
  title: {
    font: { ...font, bold: true },
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } },
    alignment: { wrapText: true, vertical: 'middle' },
  },
  plain: { font, border, alignment: { horizontal: 'left', wrapText: true, vertical: 'top' } },
  count: { font, border, alignment: centred },
  text: { font, border, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  date: { font, border, numFmt: 'dd/mm/yyyy', alignment: { horizontal: 'left', vertical: 'top' } },
  sealed: { font, border, numFmt: '@', alignment: { horizontal: 'fill', vertical: 'top' } },
  open: { font, border, protection: { locked: false }, alignment: centred },
  openText: { font, border, numFmt: '@', protection: { locked: false }, alignment: centred },
} as const satisfies Readonly<Record<string, CellStyle>>

export function plain(value: SheetValue): CellModel {
  return { value, style: cellLooks.plain }
}

export function count(value: number): CellModel {
  return { value, style: cellLooks.count }
}

export function text(value: string): CellModel {
  return { value: value === '' ? null : value, style: cellLooks.text }
}

export function date(iso: string): CellModel {
  return { value: iso === '' ? null : { date: iso }, style: cellLooks.date }
}

/** `x` or blank. */
export function mark(isSet: boolean): CellModel {
  return text(isSet ? 'x' : '')
}
