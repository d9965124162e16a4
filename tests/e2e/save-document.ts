import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '../helpers/loopback.ts'
import type { AppHost, Shell } from './hosts/app-host.ts'
import { expect } from './fixtures.ts'

export type SavedDocument = { readonly name: string; readonly bytes: Buffer }

/**
 * Does what makes the application save a file, and answers that file: the browser's download, or in a window what it
 * wrote where its dialog said. Works on every host.
 */
export async function saveDocument(host: AppHost, act: () => Promise<unknown>): Promise<SavedDocument> {
  return host.shell === null ? downloadOf(host, act) : writtenBy(host.shell, act)
}

/** The next save dialogs of the window choose the proposed name in that folder. */
export async function answerSaveDialogs(shell: Shell, folder: string): Promise<void> {
  await shell.evaluate(
    ({ dialog }, { place }) => {
      const answer = (...call: readonly unknown[]) => {
        const { defaultPath = '' } = call.at(-1) as { readonly defaultPath?: string }
        const name = defaultPath.split(/[\\/]/).at(-1) ?? ''
        return Promise.resolve({ canceled: false, filePath: `${place}${name}` })
      }
      Object.assign(dialog, { showSaveDialog: answer })
    },
    { place: join(folder, '/') },
  )
}

async function downloadOf({ page }: AppHost, act: () => Promise<unknown>): Promise<SavedDocument> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: longestMs }), act()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function writtenBy(shell: Shell, act: () => Promise<unknown>): Promise<SavedDocument> {
  const folder = temporaryFolder()
  try {
    await answerSaveDialogs(shell, folder.path)
    await act()
    // A file has its name when it is whole.
    const whole = async () => (await readdir(folder.path)).filter((name) => !name.endsWith('.tmp'))
    await expect.poll(whole, { timeout: longestMs }).toHaveLength(1)
    const [name = ''] = await whole()
    return { name, bytes: await readFile(join(folder.path, name)) }
  } finally {
    folder.remove()
  }
}

/** All documents of a session, on a busy machine. */
const longestMs = 60_000
