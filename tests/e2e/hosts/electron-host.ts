import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { AppHost, HostOptions } from './app-host.ts'
import { installPortSharing } from './share-port.ts'

const root = join(import.meta.dirname, '../../..')

/** The compiled application in its Electron window, where a runtime and a screen are. */
export async function openInElectron({ dataFolder }: Pick<HostOptions, 'dataFolder'>): Promise<AppHost> {
  const application = await _electron.launch({
    executablePath: process.env['OCOP_ELECTRON'] ?? '',
    args: [root],
    env: { ...process.env, OCOP_DATA: dataFolder } as Record<string, string>,
  })
  const page = await application.firstWindow()
  await application.context().addInitScript(installPortSharing)
  await page.reload()
  const said: string[] = []
  application.process().stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const log = join(dataFolder, 'loi.log')
  return {
    page,
    shell: {
      evaluate: (run, arg) => application.evaluate(run as Parameters<typeof application.evaluate>[0], arg) as never,
      kill: async () => {
        const ended = application.waitForEvent('close')
        application.process().kill('SIGKILL')
        await ended
      },
    },
    stop: () => application.close(),
    // Chromium itself writes to the error output; what the application has to say stands in its log.
    defects: () => (existsSync(log) ? [readFileSync(log, 'utf8')] : []),
  }
}
