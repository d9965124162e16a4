import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import PizZip from 'pizzip'

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
  readonly version: string
}
const zipName = `electron-v${version}-${process.platform}-${process.arch}.zip`
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron'

/** How the mirror answers: `slow` in many small pieces, `stalled` stops in the middle, `cut off` hangs up there. */
export type MirrorManner = 'whole' | 'slow' | 'stalled' | 'silent' | 'cut off' | 'missing' | 'failing'

export type RuntimeMirror = {
  /** For `ELECTRON_MIRROR`. */
  readonly address: string
  /** The files that were asked for. */
  readonly asked: string[]
  answer: MirrorManner
  readonly close: () => void
}

/** A mirror of Electron's releases on 127.0.0.1 that serves one archive, in the manner that it is told. */
export async function startMirror(archive: Uint8Array): Promise<RuntimeMirror> {
  const asked: string[] = []
  const mirror = { answer: 'whole' as MirrorManner }
  const server = createServer((incoming, response) => {
    asked.push(incoming.url ?? '')
    void send({ response, archive, manner: mirror.answer }).catch(() => response.destroy())
  })
  const address = await listen(server)
  return Object.assign(mirror, { address: `${address}/`, asked, close: () => closeAll(server) })
}

/** A forward proxy that brings everything to one mirror, and keeps what it was asked for. */
export async function startProxy({ address: target }: Pick<RuntimeMirror, 'address'>) {
  const asked: string[] = []
  const { hostname, port } = new URL(target)
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    asked.push(incoming.url ?? '')
    const { pathname } = new URL(incoming.url ?? '')
    request({ hostname, port, path: pathname }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    }).end()
  })
  server.on('connect', (incoming, socket, head) => {
    asked.push(incoming.url ?? '')
    const tunnel = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      tunnel.write(head)
      tunnel.pipe(socket).pipe(tunnel)
    })
    tunnel.on('error', () => socket.destroy())
    socket.on('error', () => tunnel.destroy())
  })
  return { address: await listen(server), asked, close: () => closeAll(server) }
}

/** An archive as Electron's, with a stand-in for the executable: a script for `sh` where there is one. */
export function runtimeArchive(script = 'exit 0'): Uint8Array {
  const zip = new PizZip()
  zip.file(executableName, `#!/bin/sh\n${script}\n`, { unixPermissions: 0o755 })
  zip.file('version', version)
  // A download in several pieces.
  zip.file('resources.pak', Buffer.alloc(400_000, 'x'))
  return zip.generate({ type: 'uint8array', platform: 'UNIX' })
}

/**
 * `node_modules/electron` as npm lays it down, in a folder of its own, with the archive's checksum.
 *
 * @returns its path
 */
export function electronPackage(under: string, archive: Uint8Array): string {
  const modules = join(mkdtempSync(join(under, 'dự án ')), 'node_modules')
  mkdirSync(modules, { recursive: true })
  for (const name of ['@electron', '@electron-internal']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
  }
  const folder = join(modules, 'electron')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'electron', version }))
  writeChecksum(folder, archive)
  return folder
}

/** The package knows this archive, and no other, as its runtime. */
export function writeChecksum(folder: string, archive: Uint8Array): void {
  const sum = createHash('sha256').update(archive).digest('hex')
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [zipName]: sum }))
}

export const runtimePlace = { executableName, zipName, version }

type SendInput = {
  readonly response: ServerResponse
  readonly archive: Uint8Array
  readonly manner: MirrorManner
}

async function send({ response, archive, manner }: SendInput): Promise<void> {
  if (manner === 'silent') return
  if (manner === 'missing' || manner === 'failing')
    return void response.writeHead(manner === 'missing' ? 404 : 500).end()
  response.writeHead(200, { 'content-length': archive.length })
  if (manner === 'whole') return void response.end(archive)
  const pieces = manner === 'slow' ? slowPieces : 2
  const size = Math.ceil(archive.length / pieces)
  for (let start = 0; start < archive.length; start += size) {
    response.write(archive.subarray(start, start + size))
    if (manner === 'stalled') return
    if (manner === 'cut off') return void response.destroy()
    await wait(betweenPieces)
  }
  response.end()
}

const slowPieces = 30
/** In milliseconds. */
const betweenPieces = 100

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function closeAll(server: Server): void {
  server.close()
  server.closeAllConnections()
}
