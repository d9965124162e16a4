import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { release } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import { vietnamDay } from '../../shared/domain/calendar/vietnam-day.ts'
import type { Clock } from '../context.ts'
import { logName } from './file-log.ts'

type ReportFacts = {
  readonly appVersion: string
  readonly isPackaged: boolean
  readonly system: string
  readonly versions: {
    readonly electron?: string | undefined
    readonly chrome?: string | undefined
    readonly node: string
  }
  readonly at: Date
  /** The log of errors, already without personal data. */
  readonly log: string
}

/** What a person who helps needs to know, as text that anybody can read through before sending it. */
export function supportReport({ appVersion, isPackaged, system, versions, at, log }: ReportFacts): string {
  const lines = log.trimEnd().split('\n').slice(-lineLimit)
  return [
    'Báo cáo lỗi của chương trình Hội đồng OCOP',
    'Tệp này không chứa tên người, điểm hay nội dung hồ sơ. Có thể mở xem trước khi gửi.',
    '',
    `Lúc lập: ${at.toISOString()}`,
    `Phiên bản: ${appVersion}${isPackaged ? '' : ' (chạy từ mã nguồn)'}`,
    `Hệ điều hành: ${system}`,
    `Electron ${versions.electron ?? '?'}, Chromium ${versions.chrome ?? '?'}, Node ${versions.node}`,
    '',
    `Các dòng cuối của ${logName}:`,
    ...(log.trim() === '' ? ['(không có lỗi nào được ghi)'] : lines),
    '',
  ].join('\n')
}

const lineLimit = 300

/** Asks where the report goes and writes it there; says so where it cannot. */
export async function saveSupportReport({
  dialog,
  window,
  dataFolder,
  documents,
  appVersion,
  isPackaged,
  clock,
}: {
  readonly dialog: Dialog
  readonly window: BrowserWindow | null
  readonly dataFolder: string
  /** Where the dialog starts. */
  readonly documents: string
  readonly appVersion: string
  readonly isPackaged: boolean
  readonly clock: Clock
}): Promise<void> {
  const at = clock.now()
  const options = {
    title: 'Lưu báo cáo lỗi',
    defaultPath: join(documents, `bao-cao-loi-hoi-dong-ocop-${vietnamDay(at)}.txt`),
    filters: [{ name: 'Văn bản', extensions: ['txt'] }],
  }
  const answer = window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)
  const { canceled, filePath } = await answer
  if (canceled || filePath === '') return
  const text = supportReport({
    appVersion,
    isPackaged,
    system: `${process.platform} ${release()} ${process.arch}`,
    versions: process.versions,
    at,
    log: readLog(dataFolder),
  })
  try {
    // Notepad of older Windows reads UTF-8 by its mark.
    await writeFile(filePath, `\uFEFF${text}`)
  } catch {
    dialog.showErrorBox('Chưa lưu được báo cáo lỗi', 'Không ghi được vào nơi đã chọn. Hãy chọn một thư mục khác.')
  }
}

function readLog(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, logName), 'utf8')
  } catch {
    return ''
  }
}
