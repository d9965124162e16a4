import { allowedText, workbookLimits } from '../../file-limits.ts'
import { TooLargeWorkbook, type UnreadableReason, type UnreadableWorkbook } from './unreadable-workbook.ts'

/** What is said of a file that is no readable workbook: the fault with its place, and what is wanted instead. */
export function describeUnreadable(error: UnreadableWorkbook): { readonly message: string; readonly allowed: string } {
  const place = error.places.length === 0 ? '' : ` (${error.places.join(', ')})`
  if (error instanceof TooLargeWorkbook) {
    const limit = workbookLimits[error.limit]
    return { message: `${limit.fault}${place}`, allowed: allowedText(limit) }
  }
  const [message, allowed] = messages[error.reason]
  return { message: `${message}${place}`, allowed }
}

const saveAgain = 'Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại theo định dạng .xlsx'

const messages = {
  empty: ['Tệp trống', 'Tệp bảng tính .xlsx'],
  'too-large': ['Tệp quá lớn so với một phiên họp', 'Tệp bảng tính .xlsx của một phiên họp'],
  'not-xlsx': ['Tệp không phải là bảng tính .xlsx', saveAgain],
  ods: ['Tệp thuộc định dạng .ods', saveAgain],
  word: ['Tệp là văn bản Word, không phải bảng tính', 'Tệp bảng tính .xlsx'],
  pdf: ['Tệp là văn bản PDF, không phải bảng tính', 'Tệp bảng tính .xlsx'],
  'old-xls': ['Tệp thuộc định dạng .xls cũ', saveAgain],
  xlsb: ['Tệp thuộc định dạng .xlsb (nhị phân)', saveAgain],
  encrypted: ['Tệp được đặt mật khẩu', 'Bỏ mật khẩu của tệp rồi nhập lại'],
  damaged: ['Tệp bị hỏng, không đọc được', 'Tệp .xlsx mở được bằng phần mềm bảng tính'],
} as const satisfies Readonly<Record<UnreadableReason, readonly [string, string]>>
