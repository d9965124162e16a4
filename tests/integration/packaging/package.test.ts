import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { extractAll, getRawHeader } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appUserModelId } from '../../../electron/main/app-user-model-id.ts'
import { writePng } from '../../../electron/paper-ballots/write-png.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { packAll } from '../../helpers/packing/pack-all.ts'
import { embeddedIntegrity, filesUnder, packages, readPacked } from '../../helpers/packing/packed.ts'
import { runPacked, runPackedSession } from '../../helpers/packing/run-packed.ts'

// electron-builder packs the compiled program for every platform, around a runtime that is none. What it makes is read
// back, and this platform's program runs out of its archive.

const root = join(import.meta.dirname, '../../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
const folder = temporaryFolder()
afterAll(() => folder.remove())

beforeAll(async () => {
  const archs = ['x64', 'arm64'] as const
  packAll({
    root,
    folder: folder.path,
    platforms: [
      { platform: 'linux', archs, targets: ['AppImage', 'deb'] },
      { platform: 'win32', archs, targets: ['dir'] },
      { platform: 'darwin', archs, targets: ['dir'] },
    ],
  })
})

describe.each(packages)('packed for $platform $arch', (one) => {
  const native = `node_modules/better-sqlite3/prebuilds/${one.platform}-${one.arch}.node`
  const packed = () => readPacked(folder.path, one)

  test('the archive holds the program, its data and one package, nothing else', () => {
    const kinds = [
      /^package\.json$/,
      /^out\/main\/(ballots|index|register|scan|session|verify|worker)\.js$/,
      /^out\/main\/chunks\/[\w.-]+\.js$/,
      /^out\/main\/wasm\/(pdfium|zxing)\.wasm$/,
      /^out\/preload\/index\.cjs$/,
      /^out\/(renderer|room)\/index\.html$/,
      /^out\/renderer\/clerk\.html$/,
      /^out\/(renderer|room)\/assets\/[\w.-]+\.(js|mjs|css|woff2|svg|png|wasm)$/,
      // What pdf.js decodes scanned pages with, at the address that its worker knows.
      /^out\/renderer\/assets\/pdf-[\d.]+\/(jbig2|openjpeg)_nowasm_fallback\.js$/,
      /^out\/licences\.json$/,
      /^resources\/(criteria|holidays|rules|units)\/[\w/-]+\.json$/,
      /^resources\/locales\/vi\/(integrity|refusals|scan)\.json$/,
      /^resources\/(fonts|migrations|samples|templates)\//,
      /^node_modules\/better-sqlite3\/(LICENSE|package\.json|lib\/[\w/-]+\.js)$/,
    ]
    const foreign = packed().files.filter((path) => path !== native && !kinds.some((kind) => kind.test(path)))
    expect(foreign).toEqual([])
    // What the commands without a window say, and what they read pages with.
    const needed = [
      ...['integrity', 'refusals', 'scan'].map((name) => `resources/locales/vi/${name}.json`),
      ...['pdfium', 'zxing'].map((name) => `out/main/wasm/${name}.wasm`),
    ]
    expect(needed.filter((path) => !packed().files.includes(path))).toEqual([])
    // What F1 opens, which no network brings.
    expect(packed().files.filter((path) => /^out\/renderer\/assets\/HelpPanel-[\w-]+\.js$/.test(path))).toHaveLength(1)
  })

  test('every file of its data is in it, byte for byte', () => {
    const unpacked = join(folder.path, 'unpacked', one.platform, one.arch)
    extractAll(packed().archive, unpacked)
    const differing = ['criteria', 'fonts', 'holidays', 'migrations', 'rules', 'samples', 'templates', 'units']
      .flatMap((name) => filesUnder(join(root, 'resources', name)))
      .filter((path) => !isSame(path, join(unpacked, relative(root, path))))
    expect(differing).toEqual([])
  })

  test('one binary lies beside the archive, for that platform', () => {
    const beside = `${packed().archive}.unpacked`
    expect(filesUnder(beside)).toEqual([join(beside, native)])
    expect(isSame(join(root, native), join(beside, native))).toBe(true)
  })

  test('the archive keeps to its budget', () => {
    expect(statSync(packed().archive).size / 1e6).toBeLessThan(26)
  })

  test('the fuses are set', async () => {
    expect(await getCurrentFuseWire(packed().binary)).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    })
  })
})

// Electron compares archives on Windows and macOS only.
test.each(packages.filter(({ platform }) => platform !== 'linux'))(
  "the binary for $platform $arch knows the archive's digest",
  (one) => {
    const packed = readPacked(folder.path, one)
    const digest = createHash('sha256').update(getRawHeader(packed.archive).headerString).digest('hex')
    expect(embeddedIntegrity(packed)).toContain(digest)
  },
)

// Into an application for macOS electron-builder moves them out of a real release only.
test.each(packages.filter(({ platform }) => platform !== 'darwin'))(
  "Electron's and Chromium's licences lie beside the program for $platform $arch",
  (one) => {
    const { folder: place } = readPacked(folder.path, one)
    expect(existsSync(join(place, 'LICENSE.electron.txt'))).toBe(true)
    expect(existsSync(join(place, 'LICENSES.chromium.html'))).toBe(true)
  },
)

describe('installers for Linux', () => {
  const tools = join(folder.path, 'tools')
  const readTool = (name: string) => readFileSync(join(tools, name), 'utf8')

  test('the .deb names its maintainer and home page, and installs where no space or letter trips a shell', () => {
    const args = readTool('fpm.args')
    expect(args).toContain('--name\nhoi-dong-ocop\n')
    expect(args).toMatch(/^--maintainer\n.+ <.+@.+>$/m)
    expect(args).toMatch(/^--url\nhttps:\/\/\S+$/m)
    expect(args.match(/(?<==)\/opt\/.*/g)).toEqual(['/opt/hoi-dong-ocop', '/opt/hoi-dong-ocop'])
    expect(args.match(/(?<=\/)[^/\n]+\.deb$/gm)).toEqual([
      `hoi-dong-ocop-${version}-linux-amd64.deb`,
      `hoi-dong-ocop-${version}-linux-arm64.deb`,
    ])
  })

  test('the menu shows the Vietnamese name and starts the program by its path', () => {
    const entry = readTool('deb.desktop')
    expect(entry).toContain('\nName=Hội đồng OCOP\n')
    expect(entry).toContain('\nExec=/opt/hoi-dong-ocop/hoi-dong-ocop %U\n')
    expect(entry).toContain('\nStartupWMClass=hoi-dong-ocop\n')
    // A double click on a file of the application's opens it.
    expect(entry).toMatch(/^MimeType=(.+;)?application\/x-hoi-dong-ocop;/m)
    expect(entry).toMatch(/^MimeType=(.+;)?application\/x-hoi-dong-ocop-goi;/m)
  })

  test('the AppImage asks for no missing sandbox of itself', () => {
    const entry = readTool('appimage-stage/hoi-dong-ocop.desktop')
    expect(entry).toMatch(/^Exec=AppRun\s+%U$/m)
    expect(readdirSync(join(folder.path, 'dist', 'linux')).filter((name) => name.endsWith('.AppImage'))).toEqual([
      `hoi-dong-ocop-${version}-linux-arm64.AppImage`,
      `hoi-dong-ocop-${version}-linux-x86_64.AppImage`,
    ])
  })
})

test("every artifact's name says for which processor it is", () => {
  const names = readFileSync(join(root, 'electron-builder.yml'), 'utf8').match(/(?<=artifactName: ).*/g)
  expect(names?.length).toBeGreaterThan(1)
  for (const name of names ?? []) expect(name).toContain('${arch}')
})

test('Windows knows the window by the name that the installer gives to the shortcut', () => {
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain(`\nappId: ${appUserModelId}\n`)
})

test('an application for macOS is signed anew after its fuses were set', () => {
  const args = readFileSync(join(folder.path, 'tools', 'codesign.args'), 'utf8')
  for (const place of ['mac', 'mac-arm64']) {
    expect(args).toContain(join(folder.path, 'dist', 'darwin', place, 'hoi-dong-ocop.app'))
  }
  expect(args).toMatch(/^--sign\n-\n--force\n/)
})

describe('the program out of its archive', () => {
  const own = packages.find(({ platform, arch }) => platform === process.platform && arch === process.arch)
  if (own === undefined) throw new Error(`nothing is packed for ${process.platform} ${process.arch}`)

  test.each(['district-2024', 'province-2026'])('%s: batch mode writes every document', async (sample) => {
    const program = join(folder.path, `chương trình ${sample}`)
    extractAll(readPacked(folder.path, own).archive, program)
    // As an office has it: outside the program, under a name of its own.
    const workbook = join(folder.path, `${sample} của hội đồng.xlsx`)
    cpSync(join(root, 'resources', 'samples', `${sample}.xlsx`), workbook)
    const ended = await runPackedSession({ program, workbook, out: join(folder.path, `văn bản ${sample}`) })
    expect(ended.stderr).toBe('')
    expect(ended.written).toHaveLength(17)
    const formats = ended.written.map((name) => name.slice(name.lastIndexOf('.') + 1))
    expect(new Set(formats)).toEqual(new Set(['docx', 'pdf', 'xlsx']))
  })

  test('scans are read by a process of its own, with what came in the archive', async () => {
    const program = join(folder.path, 'chương trình đọc phiếu')
    extractAll(readPacked(folder.path, own).archive, program)
    const workbook = join(root, 'resources', 'samples', 'district-2024.xlsx')
    const scan = join(folder.path, 'mặt sau.png')
    writeFileSync(scan, writePng({ width: 827, height: 1169, data: new Uint8Array(827 * 1169).fill(250) }))
    const argv = ['--scan', workbook, scan, '--json']
    const { stdout, stderr } = await runPacked({ program, argv, dataFolder: join(folder.path, 'data') })
    expect(JSON.parse(stdout)).toEqual({ ballots: [], unplaced: [{ file: scan, page: 1, why: 'blank' }] })
    expect(stderr).toBe('')
  })
})

/** Bytes of the fuse wire: the characters 0 and 1. */
const [off, on] = [48, 49]

const isSame = (one: string, other: string): boolean =>
  existsSync(other) && readFileSync(one).equals(readFileSync(other))
