import { release } from 'node:os'
import type { SupportReport } from '../../../shared/api/support.ts'
import type { FileStorage } from '../../../shared/api/workspace.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import { countRows } from '../../db/queries/support.ts'
import { logName } from '../../log/file-log.ts'

/** What a person who helps needs to know, as text that anybody can read through before sending it. */
export function supportReport(app: AppContext): SupportReport {
  const at = app.clock.now()
  const { electron, chrome, node } = process.versions
  const lines = app.logLines()
  const text = [
    'Báo cáo lỗi của chương trình Hội đồng OCOP',
    'Báo cáo không chứa tên người, điểm hay nội dung hồ sơ. Hãy đọc lại trước khi gửi.',
    '',
    `Lúc lập: ${at.toISOString()}`,
    `Phiên bản: ${app.appVersion}, chạy trong ${hosts[app.host.capabilities.kind]}`,
    `Hệ điều hành: ${process.platform} ${release()} ${process.arch}`,
    ...(electron === undefined ? [] : [`Electron ${electron}, Chromium ${chrome ?? '?'}`]),
    `Node ${node}`,
    '',
    ...describeFile(app.workspace.current),
    `Phòng họp trên mạng: ${app.room.current === null ? 'tắt' : 'bật'}`,
    `Thay đổi chưa lưu được: ${app.unsaved.count}`,
    '',
    `Các dòng cuối của ${logName}:`,
    ...(lines.length === 0 ? ['(không có lỗi nào được ghi)'] : lines),
    '',
  ].join('\n')
  return { fileName: `bao-cao-loi-hoi-dong-ocop-${vietnamDay(at)}.txt`, text }
}

const hosts = { electron: 'cửa sổ riêng', browser: 'trình duyệt' } as const

const places = { local: 'ổ đĩa của máy', cloud: 'thư mục đồng bộ', network: 'ổ mạng' } as const satisfies Record<
  FileStorage['kind'],
  string
>

function describeFile(file: OpenWorkspace | null): readonly string[] {
  if (file === null) return ['Tệp đang mở: không có']
  const access = file.readOnly === null ? 'đọc và ghi' : 'chỉ đọc'
  return [`Tệp đang mở: ${access}, trên ${places[file.storage.kind]}`, `Số dòng trong tệp: ${describeRows(file)}`]
}

function describeRows({ db }: OpenWorkspace): string {
  try {
    const { councils, members, products, sessions, ballots, papers, certificates, events } = countRows(db)
    return `hội đồng ${councils}, thành viên ${members}, sản phẩm ${products}, phiên họp ${sessions}, phiếu ${ballots}, văn bản ${papers}, giấy chứng nhận ${certificates}, nhật ký ${events}`
  } catch (error) {
    return `không đếm được (${fileRefusal(error)?.detail['code'] ?? 'lỗi'})`
  }
}
