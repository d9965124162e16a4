import { join } from 'node:path'
import { app, dialog, ipcMain, Menu, protocol, session, type BrowserWindow } from 'electron'
import { createApp } from '../app/create-app.ts'
import { runSessionCommand } from '../cli/session.ts'
import { systemClock } from '../system-clock.ts'
import { dataFolderOf } from '../web-host/data-folder.ts'
import { findRoomCertificate } from '../web-host/room-certificate.ts'
import { roomHostPort } from '../web-host/room-host.ts'
import { closedNetworkSwitches } from './closed-network.ts'
import { fileLog } from './file-log.ts'
import { appUserModelId } from './app-user-model-id.ts'
import { menuTemplate } from './menu.ts'
import { nativeFiles } from './native-files.ts'
import { bridgePorts } from './port-bridge.ts'
import { answerPage, pageOrigin, pagePrivileges, pageScheme } from './protocol.ts'
import { allowRoomScreen } from './room-screen-window.ts'
import { lacksSandbox, refuseWithoutSandbox } from './sandbox.ts'
import { guardApp, guardSession } from './security.ts'
import { openWindow } from './window.ts'

const dataFolder = dataFolderOf({ env: process.env, platform: process.platform, home: app.getPath('home') })
// In a package the archive, in the project its folder.
const resources = join(app.getAppPath(), 'resources')
// electron-vite's development server; a packaged application shows its own page only.
const developmentPage = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const sessionFlag = process.argv.indexOf('--session')

app.enableSandbox()
for (const given of closedNetworkSwitches(developmentPage)) app.commandLine.appendSwitch(...given)
if (process.platform === 'win32') app.setAppUserModelId(appUserModelId)
// Before the lock, which is held for this folder.
app.setPath('userData', join(dataFolder, 'chromium'))
protocol.registerSchemesAsPrivileged([pagePrivileges])
if (sessionFlag !== -1) void runBatch(process.argv.slice(sessionFlag + 1))
else if (lacksSandbox({ argv: process.argv, isPackaged: app.isPackaged })) void refuseWithoutSandbox({ app, dialog })
else if (app.requestSingleInstanceLock()) void runWindow()
else {
  // Whoever started it at a terminal sees nothing else.
  console.log('Chương trình đang chạy; cửa sổ của nó đã được đưa lên trước.')
  app.quit()
}

/** `--session workbook.xlsx --out folder`: the batch mode, without a window. */
async function runBatch(argv: readonly string[]): Promise<void> {
  app.exit(await runSessionCommand(argv, { resources, appVersion: app.getVersion() }))
}

async function runWindow(): Promise<void> {
  const origin = developmentPage === undefined ? pageOrigin : new URL(developmentPage).origin
  const log = fileLog({ folder: dataFolder, clock: systemClock })
  let window: BrowserWindow | null = null

  guardApp({ app, origin })
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  await app.whenReady()
  // Servers of DNS over HTTPS are asked past the rules for names.
  app.configureHostResolver({ secureDnsMode: 'off' })

  const application = createApp({
    host: nativeFiles({ dialog, window: () => window, dataFolder, documents: app.getPath('documents') }),
    resources,
    log,
    appVersion: app.getVersion(),
    licences: join(import.meta.dirname, '..', 'licences.json'),
    room: roomHostPort({
      page: join(import.meta.dirname, '..', 'room'),
      log,
      certificate: () => findRoomCertificate({ env: process.env, dataFolder }),
    }),
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => application.dispose())

  const devTools = !app.isPackaged
  guardSession({ session: session.defaultSession, origin, devTools })
  const page = join(import.meta.dirname, '..', 'renderer')
  protocol.handle(pageScheme, (request) => answerPage({ request, page }))
  let isScreen: (contents: Electron.WebContents) => boolean = () => false
  const isOurs = (contents: Electron.WebContents) => contents === window?.webContents || isScreen(contents)
  bridgePorts({ ipcMain, router: application.router, origin, isOurs, log })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ isMac: process.platform === 'darwin', devTools })))
  window = openWindow({ url: `${origin}/`, devTools })
  isScreen = allowRoomScreen({ window, origin, devTools })
}
