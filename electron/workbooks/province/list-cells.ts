import type { ProvinceField, ProvinceValue } from '../../../shared/domain/session/province-fields.ts'
import { writeAddress } from '../xlsx/address.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import { escapeXml } from '../xlsx/edit-xml.ts'
import { numberLook } from '../xlsx/number-format.ts'
import { serialOfDay } from '../xlsx/serial-day.ts'

export function emptyCell(row: number, column: number, style: number): string {
  return `<c r="${writeAddress(row, column)}" s="${style}"/>`
}

export function textCell(row: number, column: number, style: number, text: string): string {
  return `<c r="${writeAddress(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

type ValuePlace = {
  readonly row: number
  readonly column: number
  readonly style: number
  readonly field: ProvinceField
  readonly styles: CellStyles
  readonly is1904: boolean
}

/**
 * Codes and names are text also by their format: a name such as `=1+1` stays a name when someone edits its cell. The
 * sheet's own formats of numbers and days are kept, but points show two decimals: with fewer, 69,96 would read as 70.
 */
export function valueCell({ row, column, style, field, styles, is1904 }: ValuePlace, value: ProvinceValue): string {
  if (value === null) return emptyCell(row, column, style)
  if (typeof value === 'string') {
    return textCell(row, column, styles.derive(style, { format: '@', wraps: true }), value)
  }
  const own = styles.formats[style] ?? 'General'
  const { isDate, isPercent } = numberLook(own)
  const isPoints = pointFields.includes(field)
  const [isKept, format] =
    typeof value === 'object'
      ? [isDate, 'dd/mm/yyyy']
      : isPoints
        ? [/0[.,]0{2,}/.test(own) && !isPercent && !isDate, '0.00']
        : [own !== 'General' && own !== '@' && !isPercent && !isDate, '0']
  const number = typeof value === 'object' ? serialOfDay(value.date, is1904) : value
  const shown = isKept ? style : styles.derive(style, { format })
  return `<c r="${writeAddress(row, column)}" s="${shown}"><v>${number}</v></c>`
}

const pointFields: readonly ProvinceField[] = ['mean', 'partA', 'partB', 'partC']
