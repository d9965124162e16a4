import { largestWorkbookBytes } from '../xlsx/open-package.ts'
import type { UnreadableReason } from '../xlsx/unreadable-workbook.ts'

/** What is said of a file that is no readable workbook: the fault, and what is wanted instead. */
export const unreadableMessages = {
  empty: ['Tệp trống', 'Tệp bảng tính .xlsx'],
  'too-large': [
    'Tệp quá lớn so với một phiên họp',
    `Tệp .xlsx không quá ${largestWorkbookBytes / 1024 / 1024} MB và không quá một triệu ô`,
  ],
  'not-xlsx': ['Tệp không phải là bảng tính .xlsx', 'Tệp bảng tính .xlsx'],
  'old-xls': ['Tệp thuộc định dạng .xls cũ', 'Lưu lại tệp theo định dạng .xlsx'],
  xlsb: ['Tệp thuộc định dạng .xlsb (nhị phân)', 'Lưu lại tệp theo định dạng .xlsx'],
  encrypted: ['Tệp được đặt mật khẩu', 'Bỏ mật khẩu của tệp rồi nhập lại'],
  damaged: ['Tệp bị hỏng, không đọc được', 'Tệp .xlsx mở được bằng phần mềm bảng tính'],
} as const satisfies Readonly<Record<UnreadableReason, readonly [string, string]>>
