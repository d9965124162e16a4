import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSessionRecord } from '../../electron/app/sessions/session-record.ts'
import { createApp } from '../../electron/app/create-app.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { readChoices } from '../../shared/domain/ballot/choice-text.ts'
import { newActId } from '../helpers/ballot-acts.ts'
import { hasPoppler } from '../helpers/read-pdf.ts'
import { openSamplePile, type SamplePile } from '../paper-marks/sample-pile.ts'
import type { SheetTimes } from './auto-multiple-choice/project.ts'
import { besideAutoMultipleChoice } from './auto-multiple-choice/rows.ts'
import { resourcesFolder } from './bench-folder.ts'
import { milliseconds, type BenchRow } from './bench-row.ts'
import type { PileToScan, ScannedPile } from './pile-child.ts'
import { readAlone, readWhileKeying } from './read-pile.ts'

// Both samples printed blank, marked by every member's own hand, scanned and taken by the application from the scans; and a
// pile of 540 ballots read while somebody keys.

const nothing = { value: '', against: '', ratio: null, aim: '' }

/** `OCOP_BENCH_PRODUCTS` takes so many products of each sample only. */
export async function runPileBench(): Promise<readonly BenchRow[]> {
  if (!hasPoppler) return [{ name: 'a pile of scanned ballots', ...nothing, skipped: 'poppler-utils is absent' }]
  await ensureBuilt(['main'])
  const rows: BenchRow[] = []
  const perPage: PageTimes[] = []
  for (const name of ['district-2024', 'province-2026']) rows.push(...(await readBack(name, perPage)))
  const mean = (of: (times: PageTimes) => number) => perPage.reduce((sum, each) => sum + of(each), 0) / perPage.length
  return [
    ...rows,
    ...besideAutoMultipleChoice({
      worked: mean(({ worked }) => worked),
      took: mean(({ took }) => took),
      tookBesideKeys: mean(({ tookBesideKeys }) => tookBesideKeys),
    }),
  ]
}

type PageTimes = SheetTimes & { readonly tookBesideKeys: number }

const mostProducts = Number(process.env['OCOP_BENCH_PRODUCTS'] ?? Infinity)

/** @param perPage gets the milliseconds for a page */
async function readBack(name: string, perPage: PageTimes[]): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const scans = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const app = createApp({
    host: {
      capabilities: { kind: 'browser', hasFileDialogs: false },
      chooseWorkspace: async () => null,
      chooseFolder: async () => null,
      chooseNewWorkspace: async (stem) => join(folder, `${stem}.ocop`),
      dataFolder: folder,
    },
    resources: resourcesFolder,
    appVersion: '0.0.0',
    backups: 'asked',
  })
  try {
    const sample = await openSamplePile(app, name, resourcesFolder)
    const pages = await scanProducts(sample, scans)
    const { client, sessionId } = sample
    await addFiles(sample, scans)
    const alone = await readAlone(sample, pages)
    await client.paperBallots.clear({ sessionId })
    await addFiles(sample, scans)
    const read = await readWhileKeying(sample, pages)
    perPage.push({ worked: alone.worked / pages, took: alone.took / pages, tookBesideKeys: read.took / pages })
    const { ballots, unplaced } = await client.paperBallots.pile({ sessionId })
    const open = ballots.reduce((sum, row) => sum + row.open.length, 0)
    const criteria = [...sample.keyed.values()].reduce((sum, { length }) => sum + length, 0)
    const wrong = await takeAll(sample)
    const taken = buildSessionRecord(app.context.workspace.current!.db, sessionId)
    const isSame = taken.digest === sample.whole.digest
    // Enter for each ballot and each criterion that a person looks at.
    const keys = ballots.length + open
    return [
      {
        name: `${name}: ${ballots.length} ballots from paper, the same result as keyed`,
        value: isSame ? 'the same digest' : 'ANOTHER digest',
        against: `${wrong} of ${criteria} values read wrongly, ${unplaced.length} of ${pages} pages not placed`,
        ratio: null,
        aim: 'the same',
        ...((!isSame || wrong > 0) && mostProducts === Infinity && { failed: true }),
      },
      {
        name: `${name}: keys from paper`,
        value: `${keys}`,
        against: `${criteria + ballots.length} keyed by hand`,
        ratio: keys / (criteria + ballots.length),
        aim: '≤ 0.07',
        note: `${((100 * open) / criteria).toFixed(2)} % of criteria to a person`,
      },
      {
        name: `${name}: reading a page, of ${pages}`,
        value: milliseconds(alone.took / pages),
        against: `${inMinutes(alone.took / pages)} for 540 ballots of four pages at this rate`,
        ratio: null,
        aim: '≤ 5 min',
        note: `nobody keys; ${milliseconds(alone.worked / pages)} of processor a page; memory up to ${Math.round(alone.peak)} MB over ${Math.round(alone.before)} MB`,
      },
      {
        name: `${name}: the same while somebody keys`,
        value: milliseconds(read.took / pages),
        against: `${inMinutes(read.took / pages)} at this rate`,
        ratio: null,
        aim: '≤ 5 min',
        note: `${milliseconds(read.worked / pages)} of processor a page but for the keys; memory up to ${Math.round(read.peak)} MB over ${Math.round(read.before)} MB`,
      },
      {
        name: `${name}: a key while a pile is read, p99`,
        value: milliseconds(read.busy),
        against: `${milliseconds(read.idle)} while nothing is`,
        ratio: read.busy / read.idle,
        aim: '≤ 2',
        note: `the middle one ${milliseconds(read.middle.busy)} and ${milliseconds(read.middle.idle)}`,
      },
      {
        name: `${name}: a key beside a process that only spins, p99`,
        value: milliseconds(read.beside),
        against: `${milliseconds(read.idle)} while nothing is read`,
        ratio: read.beside / read.idle,
        aim: '',
        note: 'of the priority of a reader, without files or memory: what of the wait is the busy machine, not the reading',
      },
    ]
  } finally {
    await app.dispose()
    rmSync(scans, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

const inMinutes = (perPage: number): string => `${((540 * 4 * perPage) / 60_000).toFixed(1)} min`

/** A file a product, as one puts a stack into the feeder. Answers how many pages. */
async function scanProducts({ record, keyed }: SamplePile, folder: string): Promise<number> {
  const child = fork(join(import.meta.dirname, 'pile-child.ts'), { serialization: 'advanced' })
  child.send({ sample: { record, keyed }, folder, most: mostProducts } satisfies PileToScan)
  const [scanned] = (await once(child, 'message')) as [ScannedPile]
  return scanned.reduce((sum, pages) => sum + pages, 0)
}

async function addFiles({ client, sessionId }: SamplePile, folder: string): Promise<void> {
  for (const name of readdirSync(folder).toSorted((a, b) => Number.parseInt(a) - Number.parseInt(b))) {
    const file = new File([readFileSync(join(folder, name))], `sản phẩm ${name}`)
    await client.paperBallots.addFile({ sessionId, file })
  }
}

/** Takes each ballot; what was not clear as it was meant. Answers how many values were read otherwise than meant. */
async function takeAll({ client, sessionId, record, keyed, whole }: SamplePile): Promise<number> {
  let wrong = 0
  const { ballots } = await client.paperBallots.pile({ sessionId })
  for (const { agendaItemId, memberId } of ballots) {
    const { ballot, round, criteria } = await client.paperBallots.ballot({ agendaItemId, memberId })
    const item = record.items.find(({ id }) => id === agendaItemId)
    const member = record.members.find(({ id }) => id === memberId)
    const meant = readChoices(keyed.get(`${item?.code}/${member?.code}`) ?? '')
    wrong += criteria.filter(({ index, option }) => option !== null && option !== meant[index]).length
    const options = meant.map((option) => option ?? 0)
    const act = { agendaItemId, memberId, round, actId: newActId(), seen: ballot.choices }
    await client.paperBallots.take({ ...act, options })
  }
  await agreeAgain({ client, record, whole })
  return wrong
}

/** What the council agreed on in the room stands on no ballot. */
async function agreeAgain({ client, record, whole }: Pick<SamplePile, 'client' | 'record' | 'whole'>): Promise<void> {
  for (const { code, agreedLevels } of whole.items) {
    const item = record.items.find((one) => one.code === code)
    if (item === undefined) continue
    for (const [criterion, option] of Object.entries(agreedLevels)) {
      const criterionIndex = listCriteria(item.form).findIndex((one) => one.criterion.code === criterion)
      const level = { agendaItemId: item.id, criterionIndex, option, reason: 'Như phiên mẫu' }
      await client.results.setAgreedLevel(level)
    }
  }
}
