import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { downloadRuntime } from '../../../scripts/download-runtime.ts'
import { freePort } from '../../helpers/free-port.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import {
  electronPackage,
  runtimeArchive,
  runtimePlace,
  startMirror,
  startProxy,
  type MirrorManner,
  type RuntimeMirror,
} from '../../helpers/runtime-mirror.ts'

// The runtime's first download, from a mirror on this machine.

const temporary = temporaryFolder()
const archive = runtimeArchive()
const isWindows = process.platform === 'win32'
const { executableName, zipName, version } = runtimePlace
let mirror: RuntimeMirror
let folder: string
let cache: string

beforeAll(async () => {
  mirror = await startMirror(archive)
})
afterAll(() => {
  mirror.close()
  temporary.remove()
})
beforeEach(() => {
  mirror.answer = 'whole'
  folder = electronPackage(temporary.path, archive)
  cache = join(folder, '../../cache')
  vi.stubEnv('ELECTRON_MIRROR', mirror.address)
  // The machine's own npm may name another, which counts more.
  for (const name of ['npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR']) vi.stubEnv(name, '')
})
afterEach(() => vi.unstubAllEnvs())

const download = (options: Partial<Parameters<typeof downloadRuntime>[0]> = {}) =>
  downloadRuntime({ folder, env: { electron_config_cache: cache }, onProgress: () => {}, ...options })

const before = ['checksums.json', 'package.json']
const installed = ['checksums.json', 'dist', 'package.json', 'path.txt']
const cached = () => readdirSync(temporary.path, { recursive: true, encoding: 'utf8' }).filter(inThisCache)
const inThisCache = (path: string) => join(temporary.path, path).startsWith(cache) && path.endsWith(zipName)

test('puts the runtime where the electron package looks for it, and keeps the archive for the next time', async () => {
  const seen: { transferred: number; total: number | null }[] = []
  expect(await download({ onProgress: (progress) => seen.push(progress) })).toBeNull()
  expect(readdirSync(folder).toSorted()).toEqual(installed)
  expect(readFileSync(join(folder, 'path.txt'), 'utf8')).toBe(executableName)
  expect(isWindows || spawnSync(join(folder, 'dist', executableName)).status === 0).toBe(true)
  expect(seen.at(-1)).toMatchObject({ transferred: archive.length, total: archive.length })
  expect(mirror.asked.at(-1)).toBe(`/v${version}/${zipName}`)
  expect(cached()).toHaveLength(1)

  const askedBefore = mirror.asked.length
  rmSync(join(folder, 'dist'), { recursive: true })
  expect(await download()).toBeNull()
  expect(readdirSync(folder).toSorted()).toEqual(installed)
  expect(mirror.asked).toHaveLength(askedBefore)
})

test('takes as long as bytes come', async () => {
  mirror.answer = 'slow'
  expect(await download({ stallAfter: 2000 })).toBeNull()
  expect(readdirSync(folder).toSorted()).toEqual(installed)
})

describe('a download that fails says why and leaves nothing', () => {
  /** What it said, and what it left: nothing but the package as it was. */
  async function failed(options?: Parameters<typeof download>[0]): Promise<string | null> {
    const said = await download(options)
    expect(readdirSync(folder).toSorted()).toEqual(before)
    expect(cached()).toEqual([])
    return said
  }

  test.each([
    { answer: 'stalled', said: '1 giây liền không nhận được dữ liệu nào' },
    { answer: 'silent', said: '1 giây liền không nhận được dữ liệu nào' },
    { answer: 'cut off', said: 'mất kết nối giữa chừng' },
    { answer: 'missing', said: 'máy chủ trả lời mã 404' },
    { answer: 'failing', said: 'máy chủ trả lời mã 500' },
  ] as const satisfies readonly { answer: MirrorManner; said: string }[])('$answer', async ({ answer, said }) => {
    mirror.answer = answer
    expect(await failed({ stallAfter: 1000 })).toBe(said)
  })

  test('nobody there', async () => {
    vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${await freePort()}/`)
    expect(await failed()).toBe('không kết nối được máy chủ (bị từ chối)')
  })

  test('no network, or a name that nobody knows', async () => {
    vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.invalid/')
    expect(await failed()).toBe('không kết nối được máy chủ (máy không có mạng, hoặc cần proxy)')
  })

  test('another archive than the package knows', async () => {
    writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [zipName]: '0'.repeat(64) }))
    expect(await failed()).toContain('SHA-256')
  })

  test('an archive that the package does not know', async () => {
    writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ 'other.zip': '0'.repeat(64) }))
    expect(await failed()).toContain('SHA-256')
  })
})

test('a broken archive leaves no half runtime', async () => {
  const broken = archive.subarray(0, archive.length / 2)
  const other = await startMirror(broken)
  try {
    folder = electronPackage(temporary.path, broken)
    vi.stubEnv('ELECTRON_MIRROR', other.address)
    expect(await download()).toBe('tệp nén tải về bị hỏng')
    expect(readdirSync(folder).toSorted()).toEqual(before)
  } finally {
    other.close()
  }
})

test('two downloads at once do not harm each other', async () => {
  expect(await Promise.all([download(), download()])).toEqual([null, null])
  expect(readdirSync(folder).toSorted()).toEqual(installed)
  expect(readdirSync(join(folder, 'dist')).toSorted()).toContain('version')
})

test('what a killed download left is removed, what a running one holds is not', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['--version'])
  for (const pid of [ended, process.ppid]) mkdirSync(join(folder, `.downloading-${pid}-x`, 'dist'), { recursive: true })
  await download()
  expect(readdirSync(folder).toSorted()).toEqual([`.downloading-${process.ppid}-x`, ...installed])
})

describe('behind a proxy', () => {
  let proxy: Awaited<ReturnType<typeof startProxy>>
  beforeEach(async () => {
    proxy = await startProxy(mirror)
    // A name that only the proxy knows.
    vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.invalid/')
  })
  afterEach(() => proxy.close())

  test.each(['HTTP_PROXY', 'http_proxy', 'npm_config_proxy'])('%s is asked', async (name) => {
    expect(await download({ env: { electron_config_cache: cache, [name]: proxy.address } })).toBeNull()
    expect(proxy.asked).toHaveLength(1)
    expect(proxy.asked[0]).toContain('mirror.invalid')
  })

  test.each(['HTTPS_PROXY', 'npm_config_https_proxy', 'npm_config_proxy'])('%s is asked for https', async (name) => {
    vi.stubEnv('ELECTRON_MIRROR', 'https://mirror.invalid/')
    // The mirror speaks no TLS: that the proxy was asked to bring the bytes there is what counts.
    expect(await download({ env: { electron_config_cache: cache, [name]: proxy.address } })).not.toBeNull()
    expect(proxy.asked).toEqual(['mirror.invalid:443'])
  })

  test('NO_PROXY goes past it', async () => {
    vi.stubEnv('ELECTRON_MIRROR', mirror.address)
    const env = { electron_config_cache: cache, HTTP_PROXY: proxy.address, NO_PROXY: '127.0.0.1' }
    expect(await download({ env })).toBeNull()
    expect(proxy.asked).toEqual([])
  })

  test('a proxy that is not there is said', async () => {
    const env = { electron_config_cache: cache, HTTP_PROXY: `http://127.0.0.1:${await freePort()}` }
    expect(await download({ env })).toContain('không kết nối được máy chủ')
  })

  test.each(['http://u:Mat#Khau@proxy:3128', 'u:MatKhau@proxy:3128', 'http://u:100%MatKhau@proxy:3128', 'proxy:3128'])(
    'an address that cannot be read is said without it: %s',
    async (address) => {
      const said = await download({ env: { electron_config_cache: cache, HTTPS_PROXY: address } })
      expect(said).toBe('thiết lập proxy không đọc được: cần dạng http://máy:cổng')
    },
  )
})

test.each(['ftp://mirror.invalid/', 'http://127.0.0.1:1/', 'http://u:MatKhau@127.0.0.1:9000/', 'mirror/'])(
  'a mirror whose address is not taken is said without it: %s',
  async (address) => {
    vi.stubEnv('ELECTRON_MIRROR', address)
    expect(await download()).toBe('địa chỉ tải về không đọc được: ELECTRON_MIRROR cần dạng http://máy:cổng/')
  },
)
