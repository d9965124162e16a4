import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inWorkbookSession, recordOf } from '../../../electron/cli/workbook-session.ts'
import { blankBallotPlaces } from '../../../electron/documents/ballot-form/model.ts'
import { readChoices } from '../../../shared/domain/ballot/choice-text.ts'
import type { GreyImage } from '../../../shared/domain/paper-ballots/page-plan.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { seededRandom } from '../../bench/seeded-random.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { writePng } from '../../../electron/paper-ballots/write-png.ts'
import type { CopierFaults } from '../../paper-marks/copier.ts'
import { neatHand } from '../../paper-marks/hands.ts'
import { printedBallots } from '../../paper-marks/printed-pages.ts'
import { scanBallot } from '../../paper-marks/scanned-ballot.ts'
import { resourcesFolder } from '../documents/rendered.ts'

// `npm run scan` as a person runs it: ballots of a sample, marked with what was keyed there, scanned, read back.

sayWhyLeftOut()

const folder = temporaryFolder()
afterAll(() => folder.remove())
const workbook = join(resourcesFolder, 'samples', 'district-2024.xlsx')
const pile = join(folder.path, 'tập phiếu')
const random = seededRandom(13)

/** As the command prints it. */
type Scan = {
  readonly ballots: readonly {
    readonly product: string
    readonly member: string
    readonly round: number
    readonly pages: readonly (object | null)[]
    readonly criteria: readonly { readonly state: string; readonly option: number | null }[]
    readonly isReady: boolean
    readonly differences?: readonly { readonly read: number }[]
  }[]
  readonly unplaced: readonly { readonly file: string; readonly page: number; readonly why: string }[]
}

async function readSample(): Promise<SessionRecord> {
  const job = { workbook, resources: resourcesFolder, appVersion: '0.0.0' }
  const record = await inWorkbookSession(job, async ({ app, sessionId }) => recordOf(app, sessionId))
  if ('faults' in record) throw new Error('the sample has faults')
  return record
}

/** The scanned pages of the ballot that a member cast for a product, the last fed upside down; or only one of them. */
async function scan(
  record: SessionRecord,
  { item: at, member, only, faults = {} }: { item: number; member: number; only?: number; faults?: CopierFaults },
) {
  const place = blankBallotPlaces(record).filter(({ item }) => item === record.items[at])[member]
  const cast = place?.item.ballots.find(({ memberId }) => memberId === place.member.id)
  if (place === undefined || cast === undefined) throw new Error('no ballot there')
  const { item, member: by, round } = place
  const of = { itemIds: [item.id], memberIds: [by.id], rounds: [round] }
  const pages = await printedBallots({ record, of, dpi: 200 })
  const images = pages.flatMap((page) => {
    if (only !== undefined && page.plan.page !== only) return []
    const turn = page.plan.page === pages.length ? 180.3 : 0.3
    return scanBallot({ pages: [page], choices: cast.choices, hand: neatHand, random, faults: { turn, ...faults } })
  })
  return { product: item.code, member: by.code, choices: readChoices(cast.choices), images }
}

function put(name: string, images: readonly GreyImage[]): void {
  mkdirSync(pile, { recursive: true })
  for (const [page, image] of images.entries()) writeFileSync(join(pile, `${name} ${page + 1}.png`), writePng(image))
}

function runScan(...paths: readonly string[]) {
  const command = join(import.meta.dirname, '../../../scripts/scan.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...paths], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe.runIf(hasPoppler)('npm run scan', () => {
  let record: SessionRecord
  beforeAll(async () => {
    record = await readSample()
  }, 120_000)

  it('reads a pile with every fault that can be told, and says of each page where it belongs', async () => {
    const whole = await scan(record, { item: 0, member: 0 })
    const partly = await scan(record, { item: 1, member: 0, only: 2 })
    const mirrored = await scan(record, { item: 1, member: 1, only: 1, faults: { isMirrored: true } })
    const moved = { ...record, session: { ...record.session, heldOn: '2020-01-02' } }
    const ofOther = await scan(moved, { item: 0, member: 2, only: 1 })
    const { width, height } = whole.images[0]!
    put('1 whole', whole.images)
    put('3 partly', partly.images)
    put('4 mirrored', mirrored.images)
    put('5 of another day', ofOther.images)
    put('6 again', whole.images.slice(1, 2))
    put('7 back', [{ width, height, data: new Uint8Array(width * height).fill(247) }])
    put('8 letter', [{ width, height, data: Uint8Array.from({ length: width * height }, (_, at) => (at % 40) * 6) }])
    writeFileSync(join(pile, '9 damaged.pdf'), '%PDF-1.4\nnothing more')
    writeFileSync(join(pile, 'notes.txt'), 'not looked at')

    const ended = runScan(workbook, pile, '--json')
    expect(ended).toMatchObject({ status: 1, stderr: '' })
    const { ballots, unplaced } = JSON.parse(ended.stdout) as Scan
    const reason = (name: string, why: string) => ({ file: join(pile, name), page: 1, why })
    expect(unplaced).toEqual([
      reason('4 mirrored 1.png', 'mirrored'),
      reason('5 of another day 1.png', 'other-session'),
      reason('7 back 1.png', 'blank'),
      reason('8 letter 1.png', 'not-a-ballot'),
      reason('9 damaged.pdf', 'unreadable'),
      reason('6 again 1.png', 'again'),
    ])
    expect(ballots.map(({ product, member }) => `${product}/${member}`)).toEqual(
      [whole, partly].map(({ product, member }) => `${product}/${member}`),
    )
    expect(ballots[0]?.criteria.map(({ option }) => option)).toEqual(whole.choices)
    expect(ballots[0]).toMatchObject({ isReady: true, round: 1 })
    expect(ballots[1]).toMatchObject({ isReady: false })
    expect(ballots[1]?.pages[0]).toBeNull()
  }, 240_000)

  it('held against what was keyed, names what differs alone', async () => {
    const { ballots } = record.items[0]!
    const other = ballots[1]!.choices
    const swapped = { ...record, items: [{ ...record.items[0]!, ballots: [{ ...ballots[0]!, choices: other }] }] }
    const { images } = await scan(swapped, { item: 0, member: 0, only: 1 })
    const place = join(folder.path, 'đối chiếu')
    mkdirSync(place)
    for (const [page, image] of images.entries()) writeFileSync(join(place, `${page}.png`), writePng(image))

    const ended = runScan(workbook, place, '--check', '--json')
    const [checked] = (JSON.parse(ended.stdout) as Scan).ballots
    const [keyed, onPaper] = [readChoices(ballots[0]!.choices), readChoices(other)]
    const differing = checked?.criteria.flatMap(({ option }, at) =>
      option === null || option === keyed[at] ? [] : [onPaper[at]],
    )
    expect(differing).not.toEqual([])
    expect(checked?.differences?.map(({ read }) => read)).toEqual(differing)
    const text = runScan(workbook, place, '--check')
    expect(text.status).toBe(1)
    expect(text.stdout).toMatch(
      /^Đối chiếu 1 phiếu với phiếu đã nhập: 1 phiếu khác, 1 phiếu cần xem\.\n {2}\S+ {2}\S+: đã nhập \d+ điểm, trên giấy \d+ điểm/,
    )
  }, 240_000)

  it('says in words what a person has to look at', () => {
    const ended = runScan(workbook, join(pile, '1 whole 1.png'), join(pile, '5 of another day 1.png'))
    expect(ended.status).toBe(1)
    expect(ended.stdout).toMatch(/^Đọc được 1 phiếu: 0 phiếu đủ, 1 phiếu cần xem\.\n {2}\S+ {2}thiếu trang 2, 3/)
    expect(ended.stdout).toContain('5 of another day 1.png, trang 1: phiếu in cho phiên họp khác')
  }, 120_000)
})

it('says where a file is not there, and how it is called', () => {
  expect(runScan(workbook, join(folder.path, 'không có.pdf'))).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('Không tìm thấy tệp hoặc thư mục') as string,
  })
  expect(runScan(workbook, join(resourcesFolder, 'rules')).stderr).toMatch(/^Không có tệp PDF/)
  expect(runScan(workbook).stderr).toMatch(/^Cách dùng: npm run scan/)
}, 60_000)
