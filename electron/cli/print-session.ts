import { styleText } from 'node:util'
import { wholeFile, type WorkbookFault } from '../../shared/api/workbook.ts'
import type { TallyJson } from '../../shared/domain/session/tally-json.ts'
import type { SessionRun } from './run-session.ts'

/** One fault on one line: where, what is wrong, what was found, what is allowed. */
function faultLine(fault: WorkbookFault): string {
  const place = [
    ...(fault.sheet === wholeFile ? [wholeFile] : [`Trang “${fault.sheet}”`]),
    ...(fault.row === null ? [] : [`dòng ${fault.row}`]),
    ...(fault.column === null ? [] : [`cột “${fault.column}”`]),
  ].join(', ')
  const found = fault.found === '' ? '' : ` Giá trị hiện có: “${fault.found}”.`
  const allowed = fault.allowed === '' ? '' : ` Cho phép: ${fault.allowed}.`
  return `${place}: ${fault.message}${found}${allowed}`
}

/** Why a workbook was not taken, fault by fault. @param so what that means, behind their number */
export function faultsText(faults: readonly WorkbookFault[], so = ''): string {
  return [`Bảng tính có ${faults.length} lỗi${so}.`, ...faults.map(faultLine)].join('\n')
}

export function noticeLine(notice: WorkbookFault): string {
  return `Lưu ý: ${faultLine(notice)}`
}

/** What batch mode tells a person, in Vietnamese: the tally in a table, then the files. */
export function sessionSummary(run: SessionRun, outFolder: string): string {
  const lines = [
    ...(run.tally === null ? [] : tallyLines(run.tally)),
    ...run.notices.map(noticeLine),
    ...(run.missing.length === 0 ? [] : ['', 'Phiên họp chưa thể khóa; văn bản được in DỰ THẢO:']),
    ...run.missing.map((sentence) => `  - ${sentence}`),
    '',
    `Đã ghi ${run.files.length} văn bản vào ${outFolder}:`,
    ...run.files.map((file) => `  ${file}`),
  ]
  return lines.join('\n')
}

function tallyLines(tally: TallyJson): readonly string[] {
  const width = Math.max(...tally.products.map(({ code }) => code.length), 2)
  const rows = tally.products.map((product) => {
    const stars = product.rejected ? 'bị loại' : `${'★'.repeat(product.star)}${'☆'.repeat(5 - product.star)}`
    const referred = product.referred ? '  đề nghị cấp trên' : ''
    const discussed = product.needsDiscussion ? `  chênh lệch ${product.spread} điểm` : ''
    const mean = product.mean === '' ? '–' : product.mean
    return `  ${product.code.padEnd(width)}  ${mean.padStart(6)}  ${stars.padEnd(7)}${referred}${discussed}  ${product.name}`
  })
  const { present, members, required, met } = tally.quorum
  return [
    styleText('bold', 'Kết quả'),
    ...rows,
    '',
    `Thành viên có mặt ${present}/${members}, tối thiểu ${required}: ${met ? 'đủ' : 'chưa đủ'}`,
    `Mã kết quả (SHA-256): ${tally.digest}`,
  ]
}
