import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { wholeFile } from '../../../shared/api/workbook.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Findings } from './findings.ts'
import { referenceSheetNames, sheetNames } from './layout.ts'

/** The program's own workbooks of points, by the sheet that only they have. */
const kinds = {
  session: {
    sheet: sheetNames.scores,
    is: 'tệp Excel của phiên họp, có phiếu của thành viên Hội đồng',
    taken: 'Tệp Excel của phiên họp được nhập ở màn hình Phiên họp',
  },
  reference: {
    sheet: referenceSheetNames.scores,
    is: 'tệp điểm tham khảo của chủ thể và Tổ tư vấn',
    taken: 'Điểm tham khảo được nhận ở màn hình Nhập điểm tham khảo của phiên họp',
  },
} as const

type Kind = keyof typeof kinds

/** Says of a workbook of the other kind what it is; true where it is one. */
export function reportOtherKind(sheets: readonly PlainSheet[], wanted: Kind, findings: Findings): boolean {
  const has = (kind: Kind): boolean => sheets.some(({ name }) => fold(name) === fold(kinds[kind].sheet))
  const other = wanted === 'session' ? 'reference' : 'session'
  if (has(wanted) || !has(other)) return false
  const { is, taken } = kinds[other]
  findings
    .at({ sheet: wholeFile, row: null, column: null })
    .fault(`Đây là ${is}`, taken, sheets.map(({ name }) => name).join('; '))
  return true
}
