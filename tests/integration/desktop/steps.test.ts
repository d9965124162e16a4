import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createPackage, extractFile, getRawHeader, statFile } from '@electron/asar'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { changeArchive } from '../../desktop/helpers/change-archive.ts'
import { findInstalled } from '../../desktop/helpers/places.ts'
import { runSampleSession, sessionFault } from '../../desktop/helpers/run-session.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// What the steps of the workflow on real machines decide by, tried on what can be had here.

const root = join(import.meta.dirname, '../../..')
const { path: folder, remove } = temporaryFolder()
afterAll(remove)
test('a changed archive differs by one letter that only its digests tell', async () => {
  const source = join(folder, 'app')
  mkdirSync(source)
  const manifest = { name: 'app', description: 'Runs meetings', main: 'index.js' }
  writeFileSync(join(source, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(source, 'index.js'), 'before()')
  const archive = join(folder, 'app.asar')
  await createPackage(source, archive)
  const [header, size] = [getRawHeader(archive).headerString, readFileSync(archive).length]

  changeArchive(archive)

  expect(getRawHeader(archive).headerString).toBe(header)
  expect(readFileSync(archive)).toHaveLength(size)
  const changed = extractFile(archive, 'package.json')
  expect(JSON.parse(changed.toString())).toEqual({ ...manifest, description: 'Xuns meetings' })
  const entry = statFile(archive, 'package.json')
  if (!('integrity' in entry)) throw new Error('the archive keeps no digests')
  expect(entry.integrity.hash).not.toBe(createHash('sha256').update(changed).digest('hex'))
  expect(extractFile(archive, 'index.js').toString()).toBe('before()')
})

test('an installed program is found in its place, and nowhere before', () => {
  const places = {
    win32: 'AppData/Local/Programs/hoi-dong-ocop/hoi-dong-ocop.exe',
    darwin: 'Applications/Ứng dụng của Nguyễn Văn Á/Hội đồng OCOP.app/Contents/MacOS/hoi-dong-ocop',
  }
  for (const platform of ['win32', 'darwin'] as const) {
    const home = join(folder, platform)
    expect(findInstalled({ platform, home })).toBeNull()
    const program = join(home, places[platform])
    mkdirSync(dirname(program), { recursive: true })
    expect(findInstalled({ platform, home })).toBeNull()
    writeFileSync(program, '')
    expect(findInstalled({ platform, home })).toMatchObject({ program })
  }
})

test('a whole session passes, and one that wrote nothing does not', async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('STAND_IN_APP_PATH', root)
  vi.stubEnv('OCOP_DATA', join(folder, 'dữ liệu'))
  const register = pathToFileURL(join(root, 'tests/helpers/electron-stand-in/register.ts')).href
  const args = ['--import', register, join(root, 'out', 'main', 'index.js')]
  const program = { command: process.execPath, args }
  const whole = await runSampleSession({ program, sample: 'district-2024', folder: join(folder, 'Phiên') })
  expect(sessionFault(whole)).toBeNull()
  const dead = { command: process.execPath, args: ['-e', 'process.exit(1)', '--'] }
  const ended = await runSampleSession({ program: dead, sample: 'district-2024', folder: join(folder, 'Phiên') })
  expect(sessionFault(ended)).toContain('ended with 1 and 0 files')
})
