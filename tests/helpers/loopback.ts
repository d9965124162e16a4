import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../electron/app/create-app.ts'
import { browserFiles } from '../../electron/web-host/browser-files.ts'
import { startLoopbackHost, type LoopbackHost } from '../../electron/web-host/loopback-host.ts'

export const resources = join(import.meta.dirname, '../../resources')

/** A folder of its own, with a space and Vietnamese letters in its path; `remove` deletes it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'Hội đồng thử '))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The real application over the real loopback host, with a small page of its own and an empty data folder. */
export async function startTestHost() {
  const folder = temporaryFolder()
  const page = join(folder.path, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Hội đồng OCOP</title><meta nonce="{{style-nonce}}">')
  writeFileSync(join(page, 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(page, 'assets', 'council.ocop'), 'data')
  writeFileSync(join(folder.path, 'secret.js'), 'not for the page')
  const errors: unknown[] = []
  const log = { info: () => {}, error: (_message: string, error: unknown) => errors.push(error) }
  const app = createApp({ host: browserFiles(join(folder.path, 'data')), resources, log, appVersion: '0.0.0' })
  const host = await startLoopbackHost({ router: app.router, page, port: 0, log })
  const stop = async () => {
    await host.close()
    await app.dispose()
    folder.remove()
  }
  return { app, host, errors, stop }
}

export type RawAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

type RawRequestInput = {
  readonly host: Pick<LoopbackHost, 'origin'>
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One HTTP request with exactly these headers: unlike fetch, Host and Origin can be forged. */
export function rawRequest({ host, path, method = 'GET', headers = {}, body }: RawRequestInput): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const { hostname, port } = new URL(host.origin)
  const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      })
    })
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}
