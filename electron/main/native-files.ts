import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import type { FolderPurpose, HostFiles } from '../context.ts'
import { chosenPath } from './chosen-path.ts'
import { fileStemOf, workspaceEnding } from '../workspace-path.ts'

type NativeFilesInput = {
  readonly dialog: Dialog
  readonly window: () => BrowserWindow | null
  readonly dataFolder: string
  /** Where the dialogs start. */
  readonly documents: string
}

/** File capabilities of the window: the platform's own dialogs, over the window that asks. */
export function nativeFiles({ dialog, window, dataFolder, documents }: NativeFilesInput): HostFiles {
  mkdirSync(dataFolder, { recursive: true })
  return {
    capabilities: { kind: 'electron', hasFileDialogs: true },
    dataFolder,
    chooseWorkspace: async () => {
      const parent = window()
      if (parent === null) return null
      const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
        title: 'Mở hồ sơ hội đồng',
        defaultPath: documents,
        filters,
        properties: ['openFile'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    chooseFolder: async (purpose) => {
      const parent = window()
      if (parent === null) return null
      const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
        title: folderTitles[purpose],
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    chooseNewWorkspace: async (name) => {
      const parent = window()
      if (parent === null) return null
      const { canceled, filePath } = await dialog.showSaveDialog(parent, {
        title: 'Tạo hồ sơ hội đồng',
        defaultPath: join(documents, `${fileStemOf(name)}${workspaceEnding}`),
        filters,
      })
      return canceled || filePath === '' ? null : chosenPath({ path: filePath, ending: workspaceEnding })
    },
  }
}

const folderTitles = {
  'second-place': 'Chọn nơi sao lưu thứ hai',
  scans: 'Chọn thư mục của máy quét',
} as const satisfies Record<FolderPurpose, string>

const filters = [{ name: 'Hồ sơ hội đồng OCOP', extensions: [workspaceEnding.slice(1)] }]
