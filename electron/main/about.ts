import type { BrowserWindow, Dialog } from 'electron'

type ShowAboutInput = {
  readonly dialog: Dialog
  readonly window: BrowserWindow | null
  readonly appVersion: string
  readonly dataFolder: string
  readonly openFolder: () => void
}

/** The same words on every platform, in place of each one's own box. */
export async function showAbout({ dialog, window, appVersion, dataFolder, openFolder }: ShowAboutInput): Promise<void> {
  const options = {
    type: 'info' as const,
    title: 'Giới thiệu',
    message: 'Hội đồng OCOP',
    detail: `Phiên bản ${appVersion}\nGiấy phép MIT\n\nThư mục dữ liệu: ${dataFolder}`,
    buttons: ['Đóng', 'Mở thư mục dữ liệu'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
  if (response === 1) openFolder()
}
