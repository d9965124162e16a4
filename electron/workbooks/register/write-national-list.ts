import { nationalColumns, type NationalRow } from '../../../shared/domain/certificates/national-register.ts'
import { writeXlsx, type CellStyle } from '../xlsx/write-xlsx.ts'

export type NationalListToWrite = { readonly rows: readonly NationalRow[]; readonly year: number; readonly now: Date }

const font = { name: 'Times New Roman', size: 12 } as const
const head: CellStyle = { font: { ...font, bold: true } }
/** Codes stay texts, leading zeros and all. */
const text: CellStyle = { font, numFmt: '@' }

/** The ministry's table as it is read by a program: its columns in row 1, a certificate a row, and nothing else. */
export function writeNationalList({ rows, year, now }: NationalListToWrite): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx({
    title: `PTNT_OCOP ${year}`,
    createdAt: now,
    sheets: [
      {
        name: 'PTNT_OCOP',
        columns: nationalColumns.map((column) => ({ width: widths[column] ?? 18 })),
        rows: [
          { cells: nationalColumns.map((value) => ({ value, style: head })) },
          ...rows.map((row) => ({
            cells: nationalColumns.map((column) => ({ value: row[column] === '' ? null : row[column], style: text })),
          })),
        ],
        frozen: { rows: 1, columns: 0 },
        titleRow: 1,
        isLocked: false,
        lists: [],
      },
    ],
  })
}

const widths: Readonly<Partial<Record<(typeof nationalColumns)[number], number>>> = { TenSanPham: 44, ChuTheSXKD: 44 }
