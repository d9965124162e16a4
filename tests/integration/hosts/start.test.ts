import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AppClient } from '../../../shared/api/contract.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// `npm start` on a machine without a window, as a person meets it.

const root = join(import.meta.dirname, '../../..')

describe('npm start without a window', () => {
  const folder = temporaryFolder()
  const lines: string[] = []
  let child: ReturnType<typeof spawn>

  beforeAll(async () => {
    child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
      // Not the project's folder: paths must not depend on where it is called.
      cwd: folder.path,
      env: { ...process.env, OCOP_DATA: folder.path, OCOP_PORT: '0', OCOP_HOST: 'browser', OCOP_OPEN: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (child.stdout === null) throw new Error('no output')
    for await (const line of createInterface(child.stdout)) {
      lines.push(line)
      if (line.includes('Ctrl+C')) break
    }
  })
  afterAll(() => {
    child.kill('SIGKILL')
    folder.remove()
  })

  const address = () => new URL(/http:\S+/.exec(lines.join('\n'))?.[0] ?? '')
  const clientAt = ({ origin, hash }: URL): AppClient =>
    createORPCClient(
      new RPCLink({ url: `${origin}/rpc`, headers: { origin, 'x-ocop-token': hash.slice('#token='.length) } }),
    )

  test('says in one line why, then its address', () => {
    expect(lines[0]).toBe('Không mở cửa sổ Electron: OCOP_HOST=browser. Chạy trong trình duyệt.')
    expect(address().hostname).toBe('127.0.0.1')
    expect(address().hash).toMatch(/^#token=[\w-]{43}$/)
    expect(lines).toHaveLength(3)
  })

  test('serves the built page', async () => {
    const html = await (await fetch(address().origin)).text()
    expect(html).toContain('<title>Hội đồng OCOP</title>')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    const script = /src="\.(\/assets\/[^"]+)"/.exec(html)?.[1] ?? ''
    expect((await fetch(address().origin + script)).status).toBe(200)
  })

  test('says a fault in one line that names the log, which has the rest', async () => {
    const said: string[] = []
    const hear = (piece: Buffer) => void said.push(piece.toString())
    child.stderr?.on('data', hear)
    await clientAt(address()).support.noteFault({ message: 'torn', stack: 'at somewhere' })
    await vi.waitFor(() => expect(said).not.toEqual([]))
    child.stderr?.off('data', hear)
    expect(said.join('')).toBe(`Chương trình gặp lỗi; chi tiết ở tệp “${join(folder.path, 'loi.log')}”.\n`)
    expect(readFileSync(join(folder.path, 'loi.log'), 'utf8')).toContain('at somewhere')
  })

  test('goes on where the terminal that it was started at is gone', async () => {
    const client = clientAt(address())
    child.stdout?.destroy()
    child.stderr?.destroy()
    for (const message of ['first', 'second', 'third']) await client.support.noteFault({ message, stack: '' })
    expect(readFileSync(join(folder.path, 'loi.log'), 'utf8')).not.toContain('EPIPE')
  })

  test.skipIf(process.platform === 'win32')(
    'ends cleanly on Ctrl+C: the open file is closed and whole (Windows sends no SIGINT to a child)',
    async () => {
      const client = clientAt(address())
      await client.workspace.create({ name: 'Hội đồng thử' })
      // A listening page must not hold the process back.
      const changes = await client.live.changes()
      const ended = changes.next().catch(() => null)
      child.kill('SIGINT')
      const [code] = (await once(child, 'exit')) as [number | null]
      await ended
      expect(code).toBe(0)
      const files = readdirSync(folder.path)
      expect(files).toContain('Hội đồng thử.ocop')
      expect(files.filter((name) => /-(journal|wal|shm)$/.test(name))).toEqual([])
    },
  )
})
