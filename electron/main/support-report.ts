import { join } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import { supportReport } from '../app/support/report.ts'
import type { AppContext } from '../context.ts'
import { saveTrouble } from './save-trouble.ts'
import { writeWhole } from '../write-whole.ts'

/** Asks where the report goes and writes it there, for when the page cannot show it; says so where it cannot. */
export async function saveSupportReport({
  app,
  dialog,
  window,
  documents,
}: {
  readonly app: AppContext
  readonly dialog: Dialog
  readonly window: BrowserWindow | null
  /** Where the dialog starts. */
  readonly documents: string
}): Promise<void> {
  const { fileName, text } = supportReport(app)
  const options = {
    title: 'Lưu báo cáo lỗi',
    defaultPath: join(documents, fileName),
    filters: [{ name: 'Văn bản', extensions: ['txt'] }],
  }
  const answer = window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)
  const { canceled, filePath } = await answer
  if (canceled || filePath === '') return
  try {
    // Notepad of older Windows reads UTF-8 by its mark.
    await writeWhole({ path: filePath, bytes: new TextEncoder().encode(`\uFEFF${text}`) })
  } catch (error) {
    dialog.showErrorBox(
      'Chưa lưu được báo cáo lỗi',
      saveTrouble(error) ?? 'Không ghi được vào nơi đã chọn. Hãy chọn một thư mục khác.',
    )
  }
}
