import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeRandomWorkbook } from '../../fixtures/random-workbook.ts'
import type { FaultKind } from '../../fixtures/workbook-faults.ts'
import type { BallotPlan } from '../../../electron/documents/ballot-form/plan.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// `npm run session` as a person runs it: a process of its own, a workbook in, documents and a JSON tally out.

const folder = temporaryFolder()
afterAll(() => folder.remove())

/** Runs batch mode on a workbook in a folder of its own, whose name has spaces and Vietnamese letters. */
function run(name: string, content: Uint8Array | null) {
  const place = join(folder.path, `phiên ${name}`)
  mkdirSync(place, { recursive: true })
  const workbook = join(place, 'bảng điểm.xlsx')
  if (content !== null) writeFileSync(workbook, content)
  return runOn(workbook, join(place, 'kết quả'))
}

function runOn(workbook: string, out: string) {
  return {
    ...runScript('session', [workbook, '--out', out, '--json']),
    written: statSync(out, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(out) : [],
  }
}

function runScript(
  name: 'session' | 'ballots' | 'demo',
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const command = join(import.meta.dirname, `../../../scripts/${name}.ts`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

test.each([3, 10])('session %i comes out as worked out independently', async (seed) => {
  const { bytes, expected, exit } = await makeRandomWorkbook(seed, { isWhole: seed % 3 === 0 })
  const ended = run(`${seed}`, bytes)
  const { digest, missing = [], ...tally } = JSON.parse(ended.stdout)
  expect(tally).toEqual(expected)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(ended.status).toBe(exit)
  expect(missing.length > 0).toBe(exit === 3)
  const { products } = expected
  const kinds = [
    'Bien-ban',
    'Bang-tong-hop',
    ...(products.some(({ star }) => star === 3) ? ['Quyet-dinh'] : []),
    ...(products.some(({ referred }) => referred) ? ['Danh-muc-de-nghi'] : []),
  ]
  for (const kind of kinds) expect(ended.written.some((file) => file.startsWith(kind))).toBe(true)
  expect(ended.written.filter((file) => file.endsWith('.part'))).toEqual([])
})

describe('a workbook with faults', () => {
  // What each kind of fault is told as: tests/integration/workbook.
  const kinds = ['points not offered', 'no scores sheet', 'an error cell'] as const satisfies readonly FaultKind[]
  test.each(kinds)('%s: says so and writes nothing', async (kind) => {
    const { bytes } = await makeRandomWorkbook(4, { faults: [kind] })
    const ended = run(`lỗi ${kind}`, bytes)
    expect(ended).toMatchObject({ status: 2, stdout: '', written: [] })
    expect(ended.stderr).toMatch(/^Bảng tính có \d+ lỗi; không ghi gì\.\n(Trang “|Cả tệp)/)
  })
})

describe('npm run ballots', () => {
  test('prints the blank ballots of a workbook and nothing else', async () => {
    const { bytes } = await makeRandomWorkbook(3, { isWhole: true })
    const place = join(folder.path, 'phiếu trống')
    mkdirSync(place)
    writeFileSync(join(place, 'bảng điểm.xlsx'), bytes)
    const ended = runScript('ballots', [join(place, 'bảng điểm.xlsx'), '--out', join(place, 'in'), '--places'])
    expect(ended.status).toBe(0)
    const written = readdirSync(join(place, 'in')).toSorted()
    expect(written).toEqual([expect.stringMatching(/^Phieu-danh-gia_.*\.json$/), expect.stringMatching(/\.pdf$/)])
    expect(ended.stdout.trim().split('\n')).toHaveLength(2)
    const [places, pdf] = written.map((name) => readFileSync(join(place, 'in', name)))
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
    const { ballots } = JSON.parse(String(places)) as { readonly ballots: readonly BallotPlan[] }
    expect(ballots.length).toBeGreaterThan(0)
    for (const { pages } of ballots) {
      expect(pages.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1))
      expect(pages.flatMap(({ criteria }) => criteria).length).toBeGreaterThan(25)
    }
  })

  test('says what is wrong with a workbook and writes nothing', async () => {
    const { bytes } = await makeRandomWorkbook(4, { faults: ['points not offered'] })
    const workbook = join(folder.path, 'sai.xlsx')
    writeFileSync(workbook, bytes)
    const ended = runScript('ballots', [workbook, '--out', join(folder.path, 'phiếu sai')])
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^Bảng tính có \d+ lỗi; không ghi gì\.\n/)
    expect(existsSync(join(folder.path, 'phiếu sai'))).toBe(false)
  })
})

describe('what is no workbook', () => {
  test.each([
    { name: 'không có', content: null, said: /^Không tìm thấy tệp hoặc thư mục: .*bảng điểm\.xlsx\n$/ },
    { name: 'trống', content: new Uint8Array(), said: /^Bảng tính có 1 lỗi; không ghi gì\.\nCả tệp: Tệp trống\./ },
    { name: 'chữ', content: new TextEncoder().encode('SP01;79'), said: /Cả tệp: Tệp không phải là bảng tính/ },
  ])('$name: says so and writes nothing', ({ name, content, said }) => {
    const ended = run(name, content)
    expect(ended).toMatchObject({ status: 2, stdout: '', written: [] })
    expect(ended.stderr).toMatch(said)
  })

  test('a folder for a workbook, a file for a folder', async () => {
    expect(runOn(folder.path, join(folder.path, 'x')).stderr).toMatch(/^Đây là thư mục, không phải tệp bảng tính: /)
    const { bytes } = await makeRandomWorkbook(3, { isWhole: true })
    const workbook = join(folder.path, 'tệp.xlsx')
    writeFileSync(workbook, bytes)
    expect(runOn(workbook, workbook)).toMatchObject({
      status: 2,
      stderr: `Cần một thư mục, nhưng đã có tệp mang tên này: ${workbook}\n`,
    })
  })
})

test('a relative path counts from where npm was called; a folder that cannot take every document keeps no half of one', async () => {
  const { bytes, exit } = await makeRandomWorkbook(3, { isWhole: true })
  const called = join(folder.path, 'phiên dở dang')
  mkdirSync(called)
  writeFileSync(join(called, 'bảng điểm.xlsx'), bytes)
  const first = runScript('session', ['bảng điểm.xlsx', '--out', 'kết quả'], { INIT_CWD: called })
  expect(first).toMatchObject({ status: exit, stderr: '' })
  const place = join(called, 'kết quả')
  const written = readdirSync(place)
  expect(written).not.toEqual([])
  const last = written.at(-1) ?? ''
  rmSync(join(place, last))
  mkdirSync(join(place, last))
  const ended = run('dở dang', bytes)
  expect(ended.status).toBe(2)
  expect(ended.stderr).toContain(join(place, last))
  expect(ended.written).toEqual(written)
})

test('a name that is too long is said', () => {
  const long = join(folder.path, `${'x'.repeat(300)}.xlsx`)
  expect(runOn(long, folder.path).stderr).toBe(`Tên tệp hoặc đường dẫn quá dài: ${long}\n`)
})

describe('npm run demo', () => {
  test('shows its usage where it does not know an argument', () => {
    const ended = runScript('demo', ['--lạ'])
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^Cách dùng: npm run demo /)
  })

  test('says why it cannot write', () => {
    const file = join(folder.path, 'không phải thư mục')
    writeFileSync(file, '')
    const ended = runScript('demo', ['--out', 'không phải thư mục'], { INIT_CWD: folder.path })
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^Cần một thư mục, nhưng đã có tệp mang tên này: .*\n$/)
  })
})
