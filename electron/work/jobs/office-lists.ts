import { createHash } from 'node:crypto'
import type { PackedPreview } from '../../../shared/api/register.ts'
import { planList } from '../../../shared/domain/register/plan-list.ts'
import type { CommuneChange } from '../../../shared/domain/communes/index-communes.ts'
import type { KnownCommune } from '../../../shared/domain/communes/near-communes.ts'
import { packRows } from '../../../shared/domain/register/preview-rows.ts'
import type { RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import type { RegisterList } from '../../../shared/domain/register/register-list.ts'
import { previewList } from '../../app/register/preview-list.ts'
import { readList, type ListToRead } from '../../app/register/read-list.ts'
import { openShippedRules } from '../../app/rules/shipped.ts'
import { searchKeysBy } from '../../db/queries/communes.ts'
import { changesKnown, insertList } from '../../db/queries/register.ts'
import { stageList } from '../../db/staged-list.ts'
import type { ListToStage, StagedList } from '../staged-list.ts'

/** The list that was read last, until nobody has asked for it for a while: what one has looked through is taken next. */
const kept: { key: string; list: Promise<RegisterList> | null; end: NodeJS.Timeout | null } = {
  key: '',
  list: null,
  end: null,
}
const keptFor = 10 * 60_000

/** Once for the same bytes read in the same way. */
function readOfficeList(asked: ListToRead, resources: string): Promise<RegisterList> {
  const { bytes, remembered, ...how } = asked
  const key = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([...remembered, how]))
    .digest('hex')
  if (kept.end !== null) clearTimeout(kept.end)
  kept.end = setTimeout(() => (kept.list = null), keptFor).unref()
  if (kept.list === null || kept.key !== key) {
    kept.key = key
    kept.list = readList(asked, openShippedRules(resources).ruleSets)
  }
  return kept.list
}

type ListToPreview = ListToRead & {
  readonly register: readonly RegisteredProduct[]
  readonly communes: readonly KnownCommune[]
  readonly changes: readonly CommuneChange[]
  readonly closedYears: readonly number[]
  readonly year: number
}

/** @throws Refusal `workbook-unreadable`, `no-list-head` */
export async function previewOfficeList(
  { register, communes, closedYears, changes, year, ...file }: ListToPreview,
  resources: string,
): Promise<PackedPreview> {
  const list = await readOfficeList(file, resources)
  const plan = planList({ rows: list.rows, known: register, changes, year })
  const { rows, ...preview } = previewList(list, plan, { register, communes, closedYears, today: file.today })
  return { ...preview, rows: packRows(rows) }
}

const mostToldDoubts = 200

/**
 * Plans what taking a list would write, and writes what is new of it into a file of its own.
 *
 * @throws Refusal `workbook-unreadable`, `no-list-head`
 */
export async function stageOfficeList(
  { register, communes, closedYears, changes, year, path, place, taken, ...file }: ListToPreview & ListToStage,
  resources: string,
): Promise<StagedList> {
  const list = await readOfficeList(file, resources)
  const plan = planList({ rows: list.rows, known: register, changes, year })
  const { rows, faults } = previewList(list, plan, { register, communes, closedYears, today: file.today })
  const countOf = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length
  const doubts = faults.filter(({ level }) => level === 'doubt').map(({ cell, reason }) => ({ cell, reason }))
  const faulty = countOf(({ state }) => state === 'faulty')
  const counted = {
    added: countOf(({ change }) => change === 'new'),
    changed: countOf(({ change }) => change === 'changed'),
    same: countOf(({ change }) => change === 'same'),
  }
  const isWritten = faulty === 0 && counted.added + counted.changed > 0
  const cells = new Map(list.rows.map(({ row, raw }) => [row, raw]))
  const planned = isWritten ? plan.rows.map((row) => ({ ...row, cells: cells.get(row.row) ?? {} })) : []
  // The list's own row is not copied: the command writes it, with its time.
  const head = { ...taken, sheet: list.sheet, takenAt: '' }
  return {
    sheet: list.sheet,
    faulty,
    doubtful: countOf(({ state }) => state === 'doubtful'),
    counted,
    doubts: doubts.slice(0, mostToldDoubts),
    doubtCount: doubts.length,
    copied: isWritten ? stageList(path, place, (db) => void insertList(db, head, planned, searchKeysBy(changes))) : [],
    changing: isWritten ? plan.rows.filter(changesKnown) : [],
  }
}
