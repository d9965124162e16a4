import { homedir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../app/create-app.ts'
import type { Log } from '../context.ts'
import { hostLog, hostLogLines } from '../log/host-log.ts'
import { browserFiles } from '../web-host/browser-files.ts'
import { dataFolderOf } from '../web-host/data-folder.ts'
import { startLoopbackHost, type LoopbackHost } from '../web-host/loopback-host.ts'
import { readStorage } from '../web-host/read-storage.ts'
import { findRoomCertificate } from '../web-host/room-certificate.ts'
import { roomHostPort } from '../web-host/room-host.ts'

type ServeInput = {
  readonly out: string
  readonly resources: string
  readonly appVersion: string
}

/**
 * The application on 127.0.0.1, until SIGINT or SIGTERM; prints its address.
 *
 * @param out folder of the built pages
 */
export async function serve({ out, resources, appVersion }: ServeInput): Promise<LoopbackHost> {
  const files = browserFiles(dataFolderOf({ env: process.env, platform: process.platform, home: homedir() }))
  const fileLog = hostLog({
    dataFolder: files.dataFolder,
    resources,
    appVersion,
    host: 'browser',
    onWritten: (path) => console.error(`Chương trình gặp lỗi; chi tiết ở tệp “${path}”.`),
  })
  const log: Log = { ...fileLog, info: (message) => console.error(message) }
  const room = roomHostPort({
    pages: { members: join(out, 'room'), clerks: join(out, 'renderer') },
    log,
    certificate: () => findRoomCertificate(process.env, files.dataFolder),
    dataFolder: files.dataFolder,
  })
  const app = createApp({
    host: files,
    storageOf: readStorage,
    resources,
    log,
    logLines: hostLogLines(files.dataFolder),
    appVersion,
    licences: join(out, 'licences.json'),
    room,
  })
  const host = await startOnPort({ router: app.router, page: join(out, 'renderer'), log })
  watchProcess(log)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      const failed = (error: unknown) => {
        console.error(
          'Không giữ được nội dung của tệp đang mở: tệp không còn ở chỗ cũ, các thư mục khác không ghi được.',
        )
        log.error('the open file could not be kept', error)
        process.exit(1)
      }
      void host
        .close()
        .catch((error: unknown) => log.error('the host could not be closed in order', error))
        .then(app.dispose)
        .then(() => process.exit(0), failed)
    })
  }
  console.log(`Hội đồng OCOP: ${host.address}`)
  console.log(`Dữ liệu: ${files.dataFolder}. Nhấn Ctrl+C để dừng.`)
  return host
}

/** Browsers keep settings by port, so the usual one is kept while it is free; `OCOP_PORT` decides alone. */
async function startOnPort(options: Omit<Parameters<typeof startLoopbackHost>[0], 'port'>): Promise<LoopbackHost> {
  const chosen = process.env['OCOP_PORT']
  if (chosen !== undefined && chosen !== '') {
    return startLoopbackHost({ ...options, port: Number(chosen) }).catch((error: NodeJS.ErrnoException) => {
      if (!Object.hasOwn(portTroubles, error.code ?? '')) throw error
      console.error(`OCOP_PORT=${chosen}: ${portTroubles[error.code as keyof typeof portTroubles]}`)
      process.exit(1)
    })
  }
  return startLoopbackHost({ ...options, port: usualPort }).catch(() => startLoopbackHost({ ...options, port: 0 }))
}

const usualPort = 47_810

const portTroubles = {
  EADDRINUSE: 'cổng này đang được chương trình khác dùng',
  EACCES: 'không có quyền dùng cổng này',
  ERR_SOCKET_BAD_PORT: 'cần một số từ 0 đến 65535',
}

/** As in the window: each change of the file is whole or not there, so that the program goes on. */
function watchProcess(log: Log): void {
  process.on('uncaughtException', (error) => log.error('an error that nobody caught', error))
  process.on('unhandledRejection', (reason) => log.error('a rejection that nobody handled', reason))
}
