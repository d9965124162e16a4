import type { RegisterEntry } from './register.ts'
import { validityOn, type Validity } from './validity.ts'

/**
 * The columns of table PTNT_OCOP of the ministry's register (QĐ 5277/QĐ-BNNMT), in its order. What the file means by them:
 * `MA_OCOP` the number of the certificate, `Ma_SanPham` the product's code, `Ma_ThoiGian` the year, `XepHang` as `4*`. The
 * decision's code lists of units, times and states were not seen; what the file does not hold stays empty.
 */
export const nationalColumns = [
  'MA_OCOP',
  'Ma_DonViHanhChinh',
  'Ma_ThoiGian',
  'Ma_SanPham',
  'TenSanPham',
  'XepHang',
  'ChuTheSXKD',
  'DoanhThuNam',
  'TrangThai',
] as const

export type NationalColumn = (typeof nationalColumns)[number]

/** The longest text of each column, in signs; of the others the decision gives none. */
const longest: Readonly<Partial<Record<NationalColumn, number>>> = {
  TenSanPham: 255,
  XepHang: 50,
  ChuTheSXKD: 255,
  TrangThai: 10,
}

/** A recognition of the year as the register of certificates has it. */
export type NationalEntry = Pick<RegisterEntry, 'productId' | 'state' | 'star' | 'lapseYear'> & {
  /** `07/GCN-UBND`; empty where only a list told of it that says none. */
  readonly certificateCode: string
  readonly productCode: string
  readonly productName: string
  readonly producerName: string
}

export type NationalRow = Readonly<Record<NationalColumn, string>>

/** `lack`: the file does not hold it, and the cell stays empty; `fault`: it does not fit, and nothing is written. */
export type NationalFinding = {
  /** 1-based row of the list below its head. */
  readonly row: number
  readonly productId: number
  readonly product: string
  readonly column: NationalColumn
  readonly level: 'lack' | 'fault'
  /** Of a fault: how many signs there are, and how many may be. */
  readonly signs: number
  readonly most: number
}

export type NationalList = { readonly rows: readonly NationalRow[]; readonly findings: readonly NationalFinding[] }

/** The list of a year on a day, and cell by cell what lacks in it or does not fit: nothing is cut. */
export function nationalList(entries: readonly NationalEntry[], on: OnDay): NationalList {
  const rows = entries.map((entry) => nationalRow(entry, on))
  const findings = rows.flatMap((row, place) => {
    const { productId = 0, productName = '' } = entries[place] ?? {}
    return nationalColumns.flatMap((column): readonly NationalFinding[] => {
      const signs = [...row[column]].length
      const most = longest[column] ?? Infinity
      const level = signs === 0 ? 'lack' : signs > most ? 'fault' : null
      if (level === null) return []
      return [
        {
          row: place + 1,
          productId,
          product: productName,
          column,
          level,
          signs,
          most: Number.isFinite(most) ? most : 0,
        },
      ]
    })
  })
  return { rows, findings }
}

type OnDay = { readonly year: number; readonly day: string }

function nationalRow(entry: NationalEntry, { year, day }: OnDay) {
  const { certificateCode, productCode, productName, producerName, star, state } = entry
  return {
    MA_OCOP: certificateCode,
    // Codes of units (QĐ 19/2025/QĐ-TTg) and the year's revenue are in no record of the file.
    Ma_DonViHanhChinh: '',
    Ma_ThoiGian: String(year),
    Ma_SanPham: productCode,
    TenSanPham: productName,
    XepHang: star === null ? '' : `${star}*`,
    ChuTheSXKD: producerName,
    DoanhThuNam: '',
    TrangThai: state === 'withdrawn' ? 'Thu hồi' : standingWords[validityOn(entry, day)],
  } satisfies NationalRow
}

/** Nothing is said of one whose end is not known. */
const standingWords: Readonly<Record<Validity, string>> = { valid: 'Còn hạn', ended: 'Hết hạn', unknown: '' }

/** A text file of values apart by commas (RFC 4180), with the mark by which Excel knows UTF-8. */
export function nationalCsv(rows: readonly NationalRow[]): string {
  const line = (cells: readonly string[]) => cells.map(quoted).join(',')
  const lines = [line(nationalColumns), ...rows.map((row) => line(nationalColumns.map((column) => row[column])))]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
