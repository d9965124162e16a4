import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../helpers/free-port.ts'
import { newcomer, newcomerObstacle, offerRuntime, type Newcomer, type Run } from '../../helpers/newcomer.ts'
import { runtimeArchive, startMirror, type RuntimeMirror } from '../../helpers/runtime-mirror.ts'

// `npm start` as newcomers meet it: each ends with a running program and its address, or with a sentence.

const obstacle = newcomerObstacle()
if (obstacle !== null) console.warn(`Left out: npm start of a newcomer; ${obstacle}.`)

const isRoot = process.getuid?.() === 0
if (obstacle === null && !isRoot) console.warn('Left out: npm start as root, and in a project that root owns.')

describe.skipIf(obstacle !== null)('npm start', () => {
  const archive = runtimeArchive(livingWindow)
  const screen = { DISPLAY: ':7' }
  let person: Newcomer
  let mirror: RuntimeMirror

  beforeAll(async () => {
    mirror = await startMirror(archive)
    person = newcomer()
  })
  afterAll(() => {
    person.remove()
    mirror.close()
  })
  beforeEach(() => {
    mirror.answer = 'whole'
    mirror.asked.length = 0
    offerRuntime(person.project, archive)
    rmSync(join(person.home, '.cache'), { recursive: true, force: true })
  })

  /** `npm start` with the mirror at hand; stopped at the test's end. */
  function start({ npm = 'npm start', ...options }: StartOptions = {}): Run {
    const run = person.runs(npm, { ...options, env: { ELECTRON_MIRROR: mirror.address, ...options.env } })
    onTestFinished(() => run.interrupt())
    return run
  }

  describe('without the runtime', () => {
    test('says why, opens the browser on its address, keeps data where it was called, ends on Ctrl+C', async () => {
      const env = { ...screen, OCOP_DATA: 'hồ sơ/2026' }
      const run = start({ env, cwd: person.home, npm: `npm --prefix '${person.project}' start` })
      const address = await addressOf(run)
      expect(run.output()).toContain('Không mở cửa sổ Electron: chưa có bộ chạy Electron. Chạy trong trình duyệt.')
      expect(run.output()).toContain('Tải bộ chạy bằng: npm run runtime')
      expect(await run.says(/Dữ liệu: (.*)\. Nhấn/)).toBe(join(person.home, 'hồ sơ/2026'))
      await run.opens(address)
      expect(await titleAt(address)).toBe('Hội đồng OCOP')
      // Nothing is downloaded where nobody sees it.
      expect(mirror.asked).toEqual([])
      run.interrupt()
      await expectStopped(run)
    })

    test.skipIf(!isRoot)('root gets no window, and nothing is downloaded for it', async () => {
      const run = start({ env: screen, asRoot: true, terminal: true })
      const address = await addressOf(run)
      expect(run.output()).toContain('Electron không chạy với quyền root')
      await run.opens(address)
      expect(mirror.asked).toEqual([])
      run.type(ctrlC)
      await expectStopped(run)
    })

    test('started twice without a screen, it runs twice, each at its own address', async () => {
      const [first, second] = [start({ env: usualPort }), start({ env: usualPort, terminal: true })]
      const addresses = [await addressOf(first), await addressOf(second)]
      expect(first.output()).toContain('máy này không có màn hình đồ hoạ')
      expect(new Set(addresses.map((address) => new URL(address).origin)).size).toBe(2)
      for (const address of addresses) expect(await titleAt(address)).toBe('Hội đồng OCOP')
      for (const address of addresses) expect(person.opened()).not.toContain(address)
      first.interrupt()
      second.type(ctrlC)
      await Promise.all([first, second].map(expectStopped))
    })
  })

  test.skipIf(!isRoot)('builds what is missing first, though a build was stopped before', async () => {
    person.makeStale('room')
    person.replace('out/.building', String(endedProcess()))
    const run = start({ asRoot: true })
    const address = await addressOf(run)
    expect(run.output()).toContain('Đang dựng ứng dụng…')
    expect(await titleAt(address)).toBe('Hội đồng OCOP')
    expectPlain(run)
  })

  describe('at a terminal with a screen', () => {
    const atTerminal = { terminal: true, env: screen }

    test('downloads the runtime, showing how far it is, and opens the window; Ctrl+C is not taken for a crash', async () => {
      mirror.answer = 'slow'
      const run = start(atTerminal)
      await run.says(/\r {2}\d+,\d \/ 0,4 MB \(\d+ %\)/)
      expect(await run.says(/cửa sổ mở: (.*)\r/)).toBe(person.project)
      expect(person.fetched()).toEqual(['dist', 'path.txt'])
      run.type(ctrlC)
      expect(await run.ended).toBe(endedByCtrlC)
      expect(run.output()).toContain('đóng')
      expect(run.output()).not.toContain('trình duyệt')
      expectPlain(run)
    })

    test('a download that fails is said, is remembered at the next start, and npm run runtime tries again', async () => {
      mirror.answer = 'missing'
      const first = start(atTerminal)
      await addressOf(first)
      expect(first.output()).toContain('không tải được bộ chạy Electron (máy chủ trả lời mã 404). Chạy trong trình')
      first.type(ctrlC)
      mirror.answer = 'whole'
      mirror.asked.length = 0
      const second = start(atTerminal)
      await addressOf(second)
      expect(second.output()).toMatch(/lần tải bộ chạy Electron lúc .* không thành \(máy chủ trả lời mã 404\)/)
      expect(second.output()).toContain('Tải lại bộ chạy bằng: npm run runtime')
      expect(mirror.asked).toEqual([])
      second.type(ctrlC)
      const third = start({ npm: 'npm run runtime' })
      expect(await third.ended).toBe(0)
      expect(third.output()).toContain('Đã có bộ chạy Electron.')
      expect(person.fetched()).toEqual(['dist', 'path.txt'])
      for (const run of [first, second, third]) expectPlain(run)
    })

    test('nobody at the mirror: said, and the browser opens', async () => {
      const run = start({
        terminal: true,
        env: { ...screen, ELECTRON_MIRROR: `http://127.0.0.1:${await freePort()}/` },
      })
      const address = await addressOf(run)
      expect(run.output()).toContain('không kết nối được máy chủ (bị từ chối)')
      await run.opens(address)
      expectPlain(run)
    })

    test('Ctrl+C while it downloads ends it and leaves nothing', async () => {
      mirror.answer = 'stalled'
      const run = start(atTerminal)
      await run.says(/MB \(\d+ %\)/)
      run.type(ctrlC)
      expect(await run.ended).toBe(endedByCtrlC)
      expect(run.output()).toContain('Đã dừng tải; không để lại tệp dở dang.')
      expect(person.fetched()).toEqual([])
      expectPlain(run)
    })

    test.skipIf(!isRoot)('a project that belongs to somebody else is not written to', async () => {
      person.putRuntime(null)
      person.takeBack()
      const run = start(atTerminal)
      await addressOf(run)
      expect(run.output()).toMatch(/không có quyền ghi vào .*node_modules\/electron/)
      expect(mirror.asked).toEqual([])
      expectPlain(run)
    })
  })

  describe('with a runtime that does not work', () => {
    test.each([
      { runtime: 'exit 1', said: 'mã 1' },
      { runtime: 'kill -SEGV $$', said: 'tín hiệu SIGSEGV' },
      { runtime: null, said: 'EACCES' },
    ])('$said: said, and the browser opens', async ({ runtime, said }) => {
      person.putRuntime(runtime ?? '')
      if (runtime === null) person.spoilRuntime()
      const run = start({ env: screen })
      const address = await addressOf(run)
      expect(run.output()).toContain(`Electron dừng ngay khi khởi động (${said})`)
      await run.opens(address)
      expectPlain(run)
    })
  })

  describe('where it cannot go on it ends with a sentence', () => {
    test('the chosen port is taken', async () => {
      const other = createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      onTestFinished(() => void other.close())
      const { port } = other.address() as AddressInfo
      const run = start({ env: { OCOP_PORT: String(port) } })
      expect(await run.ended).toBe(1)
      expect(run.output()).toContain(`OCOP_PORT=${port}: cổng này đang được chương trình khác dùng`)
      expectPlain(run)
    })

    test('the data folder is a file, or lies where nobody may write', async () => {
      writeFileSync(join(person.home, 'tệp'), '')
      const [inFile, elsewhere] = [join(person.home, 'tệp', 'dữ liệu'), join(person.project, 'dữ liệu')]
      const runs = [start({ env: { OCOP_DATA: inFile } }), start({ env: { OCOP_DATA: elsewhere } })] as const
      expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([1, 1])
      expect(runs[0].output()).toContain(`Không ghi được vào ${inFile}: đường dẫn đi qua một tệp`)
      expect(runs[1].output()).toContain(`Không ghi được vào ${elsewhere}: không có quyền ghi.`)
      runs.forEach(expectPlain)
    })

    test.skipIf(!isRoot)('it must be built anew and the project belongs to somebody else', async () => {
      person.makeStale('room')
      const run = start()
      expect(await run.ended).toBe(1)
      expect(run.output()).toMatch(/Không ghi được vào .*\.building: không có quyền ghi\./)
      expectPlain(run)
    })
  })
})

/** A stand-in for the window: says that it is open and stays until Ctrl+C. */
const livingWindow = `trap 'echo đóng; exit 0' INT TERM
echo "cửa sổ mở: $1"
while :; do sleep 0.1; done`

const addressOf = (run: Run) => run.says(/Hội đồng OCOP: (http:\S+)/)

/** The number of a process that lives no more. */
const endedProcess = () => spawnSync('true').pid

async function titleAt(address: string): Promise<string | undefined> {
  return /<title>(.*)<\/title>/.exec(await (await fetch(new URL(address).origin)).text())?.[1]
}

/** A person reads sentences: no stacks, no errors for programmers. */
function expectPlain(run: Run): void {
  expect(run.output()).not.toMatch(/^\s+at |node:internal|Unhandled|Error/m)
}

/** All of it is over, as after Ctrl+C: npm, and the host, which answers no more. */
async function expectStopped(run: Run): Promise<void> {
  const address = await addressOf(run)
  expect([0, endedByCtrlC, null]).toContain(await run.ended)
  await expect(fetch(new URL(address).origin)).rejects.toThrow()
  expectPlain(run)
}

type StartOptions = NonNullable<Parameters<Newcomer['runs']>[1]> & { readonly npm?: string }

/** As a person without any setting starts it. */
const usualPort = { OCOP_PORT: '' }
/** What npm makes of Ctrl+C, however its script ended. */
const endedByCtrlC = 130
const ctrlC = '\u0003'
