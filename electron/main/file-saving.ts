import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { BrowserWindow, Dialog, Shell } from 'electron'
import { Refusal } from '../../shared/api/refusal.ts'
import type { FileSaving } from '../context.ts'
import { fileStemOf } from '../workspace-path.ts'
import { chosenPath } from './chosen-path.ts'
import { fileKindOf, filtersOf, type FileKind } from './file-kinds.ts'
import { saveTrouble } from './save-trouble.ts'
import { savedPlace, type SystemFolders } from './saved-place.ts'
import { copyWhole, writeWhole } from '../write-whole.ts'

type Parts = {
  readonly dialog: Dialog
  readonly shell: Shell
  /** The window that asks. */
  readonly window: () => BrowserWindow | null
  /** Where the first dialog starts. */
  readonly documents: string
  readonly folders: SystemFolders
}

/** Saves files by the platform's own dialogs. Where the disk does not take one, it says why and asks again. */
export function fileSaving(parts: Parts): FileSaving {
  const saved = new Map<string, string>()
  let folder = parts.documents
  const find = (id: string): string => {
    const path = saved.get(id)
    if (path === undefined || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new Refusal('saved-file-gone')
    }
    return path
  }
  const put = async (fileName: string, write: Wanted['write']) => {
    const kind = fileKindOf(fileName)
    if (kind === null) throw new Refusal('host-cannot')
    const name = `${fileStemOf(basename(fileName, extname(fileName)))}${kind}`
    const path = await writeWhereAsked(parts, { kind, proposed: join(folder, name), write })
    if (path === null) return null
    folder = dirname(path)
    const id = randomUUID()
    saved.set(id, path)
    return { id, name: basename(path), ...savedPlace(path, parts.folders) }
  }
  return {
    save: async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return put(file.name, async (path) => writeWhole({ path, bytes }))
    },
    saveCopy: async ({ from, name }) => put(name, async (path) => copyWhole({ path, from })),
    open: async (id) => {
      if ((await parts.shell.openPath(find(id))) !== '') throw new Refusal('no-program-for-file')
    },
    openPaper: async (path) => {
      if ((await parts.shell.openPath(path)) !== '') throw new Refusal('no-program-for-file')
    },
    showInFolder: (id) => parts.shell.showItemInFolder(find(id)),
  }
}

type Wanted = { readonly kind: FileKind; readonly proposed: string; readonly write: (path: string) => Promise<void> }

async function writeWhereAsked(parts: Parts, wanted: Wanted): Promise<string | null> {
  let path = await askPath(parts, wanted)
  while (path !== null) {
    const trouble = await tryWrite(wanted.write, path)
    if (trouble === null) return path
    const deed = await askAfterTrouble(parts, { name: basename(path), trouble })
    if (deed === 'leave') return null
    if (deed === 'elsewhere') path = await askPath(parts, { ...wanted, proposed: path })
  }
  return null
}

async function askPath({ dialog, window }: Parts, { kind, proposed }: Wanted): Promise<string | null> {
  const parent = window()
  if (parent === null) return null
  const { canceled, filePath } = await dialog.showSaveDialog(parent, {
    title: 'Lưu tệp',
    defaultPath: proposed,
    filters: filtersOf(kind),
  })
  return canceled || filePath === '' ? null : chosenPath({ path: filePath, ending: kind })
}

async function tryWrite(write: Wanted['write'], path: string): Promise<string | null> {
  try {
    await write(path)
    return null
  } catch (error) {
    const trouble = saveTrouble(error)
    if (trouble === null) throw error
    return trouble
  }
}

const deeds = [
  { deed: 'again', label: 'Thử lại' },
  { deed: 'elsewhere', label: 'Chọn nơi khác' },
  { deed: 'leave', label: 'Không lưu' },
] as const

async function askAfterTrouble(
  { dialog, window }: Parts,
  { name, trouble }: { readonly name: string; readonly trouble: string },
): Promise<(typeof deeds)[number]['deed']> {
  const parent = window()
  if (parent === null) return 'leave'
  const { response } = await dialog.showMessageBox(parent, {
    type: 'warning',
    title: 'Lưu tệp',
    message: `Chưa lưu được “${name}”.`,
    detail: trouble,
    buttons: deeds.map(({ label }) => label),
    defaultId: 0,
    cancelId: deeds.length - 1,
    noLink: true,
  })
  return deeds[response]?.deed ?? 'leave'
}
