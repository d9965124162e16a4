import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, protocol, utilityProcess } from 'electron'
import { hostLog } from '../log/host-log.ts'
import { dataFolderOf } from '../web-host/data-folder.ts'
import { appUserModelId } from './app-user-model-id.ts'
import { closedNetworkSwitches } from './closed-network.ts'
import { DataFolderTrouble, makeDataFolderReady } from './data-folder-ready.ts'
import { forkUtility } from './fork-utility.ts'
import { pagePrivileges } from './protocol.ts'
import { runWindow } from './run-window.ts'
import { lacksSandbox, refuseWithoutSandbox } from './sandbox.ts'
import { startTrouble } from './start-trouble.ts'

const home = homedir()
const dataFolder = dataFolderOf({ env: process.env, platform: process.platform, home })
// In a package the archive, in the project its folder.
const resources = join(app.getAppPath(), 'resources')
// electron-vite's development server; a packaged application shows its own page only.
const developmentPage = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const log = hostLog({ dataFolder, resources, appVersion: app.getVersion(), host: 'window' })
const place = { resources, appVersion: app.getVersion(), dataFolder }

/**
 * What runs without a window, by the argument that asks for it; the arguments after it are its own. Each answers its exit code.
 * None is loaded with the window.
 */
const commands = new Map<string, (argv: readonly string[]) => Promise<number>>([
  ['--session', async (argv) => (await import('../cli/session.ts')).runSessionCommand(argv, place)],
  ['--ballots', async (argv) => (await import('../cli/ballots.ts')).runBallotsCommand(argv, place)],
  ['--scan', scan],
  ['--register', async (argv) => (await import('../cli/register.ts')).runRegisterCommand(argv, place)],
  ['--verify', async (argv) => (await import('../cli/verify.ts')).runVerifyCommand(argv, place)],
])
const flag = process.argv.findIndex((argument) => commands.has(argument))
const command = commands.get(process.argv[flag] ?? '')

app.enableSandbox()
for (const given of closedNetworkSwitches(developmentPage)) app.commandLine.appendSwitch(...given)
if (process.platform === 'win32') app.setAppUserModelId(appUserModelId)
// Before the lock, which is held for this folder.
app.setPath('userData', join(dataFolder, 'chromium'))
protocol.registerSchemesAsPrivileged([pagePrivileges])
if (command !== undefined) runCommand(command, process.argv.slice(flag + 1)).catch(endBatch)
else if (lacksSandbox({ argv: process.argv, isPackaged: app.isPackaged })) void refuseWithoutSandbox(app, dialog)
else start().catch(endStart)

async function scan(argv: readonly string[]): Promise<number> {
  const { runScanCommand } = await import('../cli/scan.ts')
  // No process is forked before.
  await app.whenReady()
  return runScanCommand(argv, { ...place, fork: forkUtility(utilityProcess) })
}

async function runCommand(run: NonNullable<typeof command>, argv: readonly string[]): Promise<void> {
  app.exit(await run(argv))
}

function endBatch(error: unknown): void {
  const facts = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`Chương trình gặp lỗi, không ghi gì.\n${facts}\n`)
  app.exit(1)
}

async function start(): Promise<void> {
  makeDataFolderReady(dataFolder)
  if (app.requestSingleInstanceLock()) return runWindow({ dataFolder, resources, developmentPage, log })
  // Whoever started it at a terminal sees nothing else.
  console.log('Chương trình đang chạy; cửa sổ của nó đã được đưa lên trước.')
  app.quit()
}

/** A start that failed leaves no process behind that nobody sees and that holds the lock. */
async function endStart(error: unknown): Promise<void> {
  const { title, text } = startTrouble(error)
  if (!(error instanceof DataFolderTrouble)) log.error('the start failed', error)
  process.stderr.write(`${title}\n${text}\n`)
  // Where Linux has a screen, it shows no box before.
  if (process.platform === 'linux') await app.whenReady()
  dialog.showErrorBox(title, text)
  app.exit(1)
}
