import { renameSync } from 'node:fs'

/** Nothing of a change is written while the workspace file of that path is not in its place. The answer takes it back. */
export function breakSaving(path: string): () => void {
  renameSync(path, `${path}.khác`)
  return () => renameSync(`${path}.khác`, path)
}

/** Why a test that breaks saving cannot run here, or null. */
export const keepsOpenFiles = process.platform === 'win32' ? 'Windows lets nobody move a file that is open' : null
