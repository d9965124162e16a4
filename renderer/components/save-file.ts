import { client, orpc } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { shownNotice } from './notice-store.ts'

/** Hands a file to the person: the window asks where it goes, a browser downloads it. The notice says what became of it. */
export function saveFile(file: File): void {
  return void save(file)
}

/** The same of a pack that the application made on its disk: the window's host copies it from there. */
export async function savePack({ id, fileName }: { readonly id: number; readonly fileName: string }): Promise<void> {
  shownNotice.set(null)
  try {
    const { host } = await queryClient.ensureQueryData(orpc.workspace.status.queryOptions())
    if (!host.hasFileDialogs) {
      download(await client.registrations.takePack({ id }))
      shownNotice.set({ kind: 'sent', name: fileName })
      return
    }
    const saved = await client.registrations.copyPack({ id })
    if (saved !== null) shownNotice.set({ kind: 'saved', file: saved })
  } catch (error) {
    shownNotice.set({ kind: 'not-saved', name: fileName, error })
  }
}

async function save(file: File): Promise<void> {
  shownNotice.set(null)
  try {
    const { host } = await queryClient.ensureQueryData(orpc.workspace.status.queryOptions())
    if (!host.hasFileDialogs) {
      download(file)
      shownNotice.set({ kind: 'sent', name: file.name })
      return
    }
    const saved = await client.files.save({ file })
    if (saved !== null) shownNotice.set({ kind: 'saved', file: saved })
  } catch (error) {
    shownNotice.set({ kind: 'not-saved', name: file.name, error })
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The browser has begun to read the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
