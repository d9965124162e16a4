import { existsSync } from 'node:fs'
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
  utilityProcess,
  type BrowserWindow,
  type WebContents,
} from 'electron'
import { createApp, type Application } from '../app/create-app.ts'
import { countWaitingPaper } from '../app/paper-ballots/waiting-paper.ts'
import { movedName, saveElsewhere } from '../app/workspace/elsewhere.ts'
import { handOver } from '../app/workspace/hand-over.ts'
import type { Log, OpenRoom } from '../context.ts'
import { hostLogLines } from '../log/host-log.ts'
import { systemClock } from '../system-clock.ts'
import { readStorage } from '../web-host/read-storage.ts'
import { findRoomCertificate } from '../web-host/room-certificate.ts'
import { roomHostPort } from '../web-host/room-host.ts'
import { showAbout } from './about.ts'
import { awakeRoom } from './awake-room.ts'
import { askBeforeClosing } from './closing.ts'
import { fileSaving } from './file-saving.ts'
import { forkUtility } from './fork-utility.ts'
import { handedFiles } from './handed-files.ts'
import { openMenuByKey, pressGuideKey } from './menu-key.ts'
import { menuTemplate } from './menu.ts'
import { nativeFiles } from './native-files.ts'
import { watchPage } from './page-troubles.ts'
import { bridgePorts } from './port-bridge.ts'
import { watchProcess } from './process-troubles.ts'
import { answerPage, pageOrigin, pageScheme } from './protocol.ts'
import { allowProjector } from './projector-window.ts'
import type { SystemFolders } from './saved-place.ts'
import { guardApp, guardSession } from './security.ts'
import { saveSupportReport } from './support-report.ts'
import { systemFolders } from './system-folders.ts'
import { troubleQuestion, type AskTrouble } from './trouble-question.ts'
import { windowMemory } from './window-memory.ts'
import { openWindow } from './window.ts'

type Place = {
  readonly dataFolder: string
  readonly resources: string
  /** Address of electron-vite's development server; undefined shows the built page. */
  readonly developmentPage: string | undefined
  readonly log: Log
}

const out = join(import.meta.dirname, '..')
const page = join(out, 'renderer')

/** The application and its window, from the start to the last window's end; called before Electron is ready. */
export async function runWindow(place: Place): Promise<void> {
  const { dataFolder, developmentPage, log } = place
  const origin = developmentPage === undefined ? pageOrigin : new URL(developmentPage).origin
  const folders = systemFolders(app)
  const documents = folders.documents ?? folders.home ?? dataFolder
  let window: BrowserWindow | null = null
  const windowNow = () => window

  guardApp(app, origin)
  const handed = handedFiles({ app, argv: process.argv, cwd: process.cwd() })
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  await app.whenReady()
  // DNS over HTTPS would not heed the host-resolver rules of closed-network.ts.
  app.configureHostResolver({ secureDnsMode: 'off' })
  if (developmentPage === undefined && !existsSync(join(page, 'index.html'))) {
    throw new Error('the built page is missing')
  }
  const application = openApplication({ ...place, documents, folders, window: windowNow })
  handed((path) => handOver(application.context, path))
  guardSession({ session: session.defaultSession, origin, devTools: !app.isPackaged })
  protocol.handle(pageScheme, (request) => answerPage(request, page))
  const saveReport = () => saveSupportReport({ app: application.context, dialog, window, documents })
  const ask = troubleQuestion(dialog, saveReport)
  watchProcess({ app, log, ask })
  setMenu({ dataFolder, saveReport, window: windowNow })
  window = openWindows({ ...place, origin, application, ask })
  // Whatever is asked of a window that is closed throws.
  window.once('closed', () => {
    window = null
  })
}

function openApplication({
  dataFolder,
  resources,
  log,
  documents,
  folders,
  window,
}: Place & {
  readonly documents: string
  readonly folders: SystemFolders
  readonly window: () => BrowserWindow | null
}): Application {
  const application = createApp({
    host: nativeFiles({ dialog, window, dataFolder, documents }),
    storageOf: readStorage,
    fork: forkUtility(utilityProcess),
    saving: fileSaving({ dialog, shell, window, documents, folders }),
    resources,
    log,
    logLines: hostLogLines(dataFolder),
    appVersion: app.getVersion(),
    licences: join(out, 'licences.json'),
    room: awakeRoom({
      blocker: powerSaveBlocker,
      monitor: powerMonitor,
      room: roomHostPort({
        pages: { members: join(out, 'room'), clerks: join(out, 'renderer') },
        log,
        certificate: () => findRoomCertificate(process.env, dataFolder),
        dataFolder,
      }),
    }),
  })
  app.on('window-all-closed', () => app.quit())
  endInOrder(application)
  return application
}

/** Quitting waits until the worker has ended and what it was making is gone. */
function endInOrder(application: Application): void {
  let isLetGo = false
  app.on('will-quit', (event) => {
    if (isLetGo) return
    event.preventDefault()
    void letGo(application).finally(() => {
      isLetGo = true
      app.quit()
    })
  })
}

async function letGo({ dispose, context }: Application): Promise<void> {
  await dispose().catch((error: unknown) => context.log.error('the file could not be closed in order', error))
}

type SetMenuInput = {
  readonly dataFolder: string
  readonly saveReport: () => Promise<void>
  readonly window: () => BrowserWindow | null
}

function setMenu({ dataFolder, saveReport, window }: SetMenuInput): void {
  const template = menuTemplate({
    isMac: process.platform === 'darwin',
    devTools: !app.isPackaged,
    onReport: () => void saveReport(),
    onGuide: () => pressGuideKey(window()),
    onAbout: () =>
      void showAbout({
        dialog,
        window: window(),
        appVersion: app.getVersion(),
        dataFolder,
        openFolder: () => void shell.openPath(dataFolder),
      }),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** The window, and the way to a second one for the projector. */
function openWindows({
  dataFolder,
  log,
  origin,
  application,
  ask,
}: Place & { readonly origin: string; readonly application: Application; readonly ask: AskTrouble }): BrowserWindow {
  const { context, router } = application
  const devTools = !app.isPackaged
  const memory = windowMemory(dataFolder, log)
  const tend = (opened: BrowserWindow) => {
    openMenuByKey(opened, () => Menu.getApplicationMenu())
    watchPage({ window: opened, log, clock: systemClock, ask })
  }
  const window = openWindow({ url: `${origin}/`, devTools, memory })
  tend(window)
  window.on('session-end', () => void letGo(application))
  // A page that was loaded anew has no unsaved changes.
  window.webContents.on('did-navigate', () => void (context.unsaved.count = 0))
  askBeforeClosing({
    app,
    window,
    dialog,
    room: () => roomOf(context.room.current),
    unsaved: () => context.unsaved.count,
    paper: () => (context.workspace.current === null ? 0 : countWaitingPaper(context)),
    moved: {
      name: () => movedName(context),
      saveElsewhere: async () => (await saveElsewhere(context)) !== null,
    },
  })
  const isScreen = allowProjector({ window, origin, devTools, memory, onOpen: tend })
  const isMain = (contents: WebContents) => !window.isDestroyed() && contents === window.webContents
  bridgePorts({ ipcMain, router, origin, isOurs: (contents) => isMain(contents) || isScreen(contents), log })
  return window
}

function roomOf(room: OpenRoom | null): { readonly devices: number } | null {
  if (room === null) return null
  return { devices: [...room.listening.values()].reduce((sum, count) => sum + count, 0) }
}
