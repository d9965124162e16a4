import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  session,
  shell,
  type BrowserWindow,
  type WebContents,
} from 'electron'
import { createApp } from '../app/create-app.ts'
import { handOver } from '../app/workspace/hand-over.ts'
import { runSessionCommand } from '../cli/session.ts'
import type { OpenRoom } from '../context.ts'
import { systemClock } from '../system-clock.ts'
import { dataFolderOf } from '../web-host/data-folder.ts'
import { findRoomCertificate } from '../web-host/room-certificate.ts'
import { roomHostPort } from '../web-host/room-host.ts'
import { showAbout } from './about.ts'
import { awakeRoom } from './awake-room.ts'
import { closedNetworkSwitches } from './closed-network.ts'
import { appUserModelId } from './app-user-model-id.ts'
import { askBeforeClosing } from './closing.ts'
import { DataFolderTrouble, makeDataFolderReady } from './data-folder-ready.ts'
import { firstFolder } from './documents-folder.ts'
import { fileSaving } from './file-saving.ts'
import { fileLog } from './file-log.ts'
import { handedFiles } from './handed-files.ts'
import { openMenuByKey } from './menu-key.ts'
import { menuTemplate } from './menu.ts'
import { nativeFiles } from './native-files.ts'
import { watchPage } from './page-troubles.ts'
import { bridgePorts } from './port-bridge.ts'
import { watchProcess } from './process-troubles.ts'
import { answerPage, pageOrigin, pagePrivileges, pageScheme } from './protocol.ts'
import { allowRoomScreen } from './room-screen-window.ts'
import { lacksSandbox, refuseWithoutSandbox } from './sandbox.ts'
import { guardApp, guardSession } from './security.ts'
import { startTrouble } from './start-trouble.ts'
import { saveSupportReport } from './support-report.ts'
import { systemFolders } from './system-folders.ts'
import { troubleQuestion } from './trouble-question.ts'
import { windowMemory } from './window-memory.ts'
import { openWindow } from './window.ts'

const home = homedir()
const dataFolder = dataFolderOf({ env: process.env, platform: process.platform, home })
// In a package the archive, in the project its folder.
const resources = join(app.getAppPath(), 'resources')
// electron-vite's development server; a packaged application shows its own page only.
const developmentPage = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const page = join(import.meta.dirname, '..', 'renderer')
const log = fileLog({ folder: dataFolder, clock: systemClock, home, program: app.getAppPath() })
const sessionFlag = process.argv.indexOf('--session')

app.enableSandbox()
for (const given of closedNetworkSwitches(developmentPage)) app.commandLine.appendSwitch(...given)
if (process.platform === 'win32') app.setAppUserModelId(appUserModelId)
// Before the lock, which is held for this folder.
app.setPath('userData', join(dataFolder, 'chromium'))
protocol.registerSchemesAsPrivileged([pagePrivileges])
if (sessionFlag !== -1) runBatch(process.argv.slice(sessionFlag + 1)).catch(endBatch)
else if (lacksSandbox({ argv: process.argv, isPackaged: app.isPackaged })) void refuseWithoutSandbox({ app, dialog })
else start().catch(endStart)

/** `--session workbook.xlsx --out folder`: the batch mode, without a window. */
async function runBatch(argv: readonly string[]): Promise<void> {
  app.exit(await runSessionCommand(argv, { resources, appVersion: app.getVersion() }))
}

function endBatch(error: unknown): void {
  const facts = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`Chương trình gặp lỗi, không ghi gì.\n${facts}\n`)
  app.exit(1)
}

async function start(): Promise<void> {
  makeDataFolderReady(dataFolder)
  if (app.requestSingleInstanceLock()) return runWindow()
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

async function runWindow(): Promise<void> {
  const origin = developmentPage === undefined ? pageOrigin : new URL(developmentPage).origin
  const documents = firstFolder([() => app.getPath('documents'), () => app.getPath('home')], dataFolder)
  const appVersion = app.getVersion()
  const { isPackaged } = app
  let window: BrowserWindow | null = null

  guardApp({ app, origin })
  const handed = handedFiles({ app, argv: process.argv, cwd: process.cwd() })
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  await app.whenReady()
  // Servers of DNS over HTTPS are asked past the rules for names.
  app.configureHostResolver({ secureDnsMode: 'off' })
  if (developmentPage === undefined && !existsSync(join(page, 'index.html'))) {
    throw new Error('the built page is missing')
  }

  const application = createApp({
    host: nativeFiles({ dialog, window: () => window, dataFolder, documents }),
    saving: fileSaving({ dialog, shell, window: () => window, documents, folders: systemFolders(app) }),
    resources,
    log,
    appVersion,
    licences: join(import.meta.dirname, '..', 'licences.json'),
    room: awakeRoom({
      blocker: powerSaveBlocker,
      monitor: powerMonitor,
      room: roomHostPort({
        page: join(import.meta.dirname, '..', 'room'),
        log,
        certificate: () => findRoomCertificate({ env: process.env, dataFolder }),
      }),
    }),
  })
  handed((path) => handOver(application.context, path))
  const letGo = () => {
    try {
      application.dispose()
    } catch (error) {
      log.error('the file could not be closed in order', error)
    }
  }
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', letGo)

  const devTools = !isPackaged
  guardSession({ session: session.defaultSession, origin, devTools })
  protocol.handle(pageScheme, (request) => answerPage({ request, page }))

  const saveReport = () =>
    saveSupportReport({ dialog, window, dataFolder, documents, appVersion, isPackaged, clock: systemClock })
  const onAbout = () =>
    void showAbout({ dialog, window, appVersion, dataFolder, openFolder: () => void shell.openPath(dataFolder) })
  const ask = troubleQuestion({ dialog, saveReport })
  watchProcess({ app, log, ask })

  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ isMac, devTools, onAbout, onReport: () => void saveReport() })),
  )
  const memory = windowMemory({ folder: dataFolder, log })
  const tend = (opened: BrowserWindow) => {
    openMenuByKey({ window: opened, menu: () => Menu.getApplicationMenu() })
    watchPage({ window: opened, log, clock: systemClock, ask })
  }
  window = openWindow({ url: `${origin}/`, devTools, memory })
  // A closed window throws at every question; its page's contents are known as long as it lives.
  let mainContents: WebContents | null = window.webContents
  window.once('closed', () => {
    window = null
    mainContents = null
  })
  tend(window)
  window.on('session-end', letGo)
  const { context } = application
  // Another page has nothing of the one before it.
  window.webContents.on('did-navigate', () => void (context.unsaved.count = 0))
  askBeforeClosing({
    window,
    dialog,
    room: () => roomOf(context.room.current),
    unsaved: () => context.unsaved.count,
  })
  const isScreen = allowRoomScreen({ window, origin, devTools, memory, onOpen: tend })
  const isOurs = (contents: WebContents) => contents === mainContents || isScreen(contents)
  bridgePorts({ ipcMain, router: application.router, origin, isOurs, log })
}

function roomOf(room: OpenRoom | null): { readonly devices: number } | null {
  if (room === null) return null
  return { devices: [...room.listening.values()].reduce((sum, count) => sum + count, 0) }
}
