import { expect, it } from 'vitest'
import {
  blankBallotsModel,
  filledBallotsModel,
  spareBallotsModel,
} from '../../../electron/documents/ballot-form/model.ts'
import { councilReportModel } from '../../../electron/documents/council-report/model.ts'
import { decisionModel } from '../../../electron/documents/decision/model.ts'
import { minutesModel } from '../../../electron/documents/minutes/model.ts'
import { productTallyModel } from '../../../electron/documents/product-tally/model.ts'
import { proposalModel } from '../../../electron/documents/proposal/model.ts'
import { referralLetterModel } from '../../../electron/documents/referral-letter/model.ts'
import { referralListModel } from '../../../electron/documents/referral-list/model.ts'
import { resultNoticesModel } from '../../../electron/documents/result-notice/model.ts'
import { tallyTableModel } from '../../../electron/documents/tally-table/model.ts'
import { canonicalRecord } from '../../../shared/domain/session/record-digest.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { buildRecord } from '../../fixtures/session-record.ts'

// What a document reads of the record, the digest taken at locking covers: found by watching every model read.

const models: readonly ((record: SessionRecord) => unknown)[] = [
  blankBallotsModel,
  spareBallotsModel,
  filledBallotsModel,
  councilReportModel,
  decisionModel,
  minutesModel,
  productTallyModel,
  proposalModel,
  referralLetterModel,
  referralListModel,
  resultNoticesModel,
  tallyTableModel,
]

/** Read by documents and not hashed by themselves, each with the reason. */
const left: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^ruleSet\./, 'sealed in the file under its own SHA-256, named in the tally'],
  [/^items\.\d+\.form\./, 'sealed in the file under its own SHA-256, named in the tally'],
  [/^items\.\d+\.(earlierRounds\.\d+\.)?result\./, 'worked out of ballots, forms and rules'],
  [/\.totals\./, 'worked out of choices and form'],
  [/^level$|^referralThreshold$/, 'in the tally'],
  [/^session\.(id|state|closedAt|sealed)$/, 'the number of a row; what locking itself changes'],
  [/^session\.accepted/, 'told by the event of locking, whose hash is the code on the paper'],
  [/^items\.\d+\.(id|state)$/, 'the number of a row; worked out of ballots and conclusion'],
  [/^items\.\d+\.areKnockoutsAnswered$/, 'nothing is locked before they are'],
  [/^missing/, 'a locked session misses nothing'],
  [/^(digest|recordDigest)$/, 'the digests themselves'],
]

const record = buildRecord({
  ruleSetId: 'qd-148-2023',
  level: 'district',
  memberCount: 4,
  absentMembers: [4],
  products: [
    { quality: 0.95, gatesMet: 5 },
    { quality: 0.6, earlierRound: 'Điểm lệch nhau', waiver: 'Hội đồng thống nhất' },
    { quality: 0.5, rejection: 'Hồ sơ giả mạo' },
    { quality: 0.7, exclusions: [{ memberId: 2, kind: 'recused', reason: 'Cùng cơ quan' }] },
  ],
})

it('everything that a document reads of a session is under the digest taken at its locking', () => {
  const paths = new Set<string>()
  for (const model of models) {
    try {
      JSON.stringify(model(watched(record, '', paths)))
    } catch (error) {
      // A letter that has nobody to be sent to makes no model; what it read until then counts.
      if (!(error instanceof RangeError)) throw error
    }
  }
  expect(paths.size).toBeGreaterThan(150)
  const text = canonicalRecord(record)
  const unseen = [...paths]
    .filter((path) => !left.some(([pattern]) => pattern.test(path)))
    .filter((path) => canonicalRecord(altered(record, path.split('.'))) === text)
  expect(unseen).toEqual([])
})

it('a change of any single word of the council, a member, a product or a conclusion is seen', () => {
  const text = canonicalRecord(record)
  for (const path of [
    'council.name',
    'council.regulationNumber',
    'members.0.position',
    'members.3.absenceReason',
    'items.0.producerName',
    'items.0.commune',
    'items.1.spreadWaiver',
    'items.1.earlierRounds.0.reason',
    'items.2.rejections.0.reason',
    'items.3.exclusions.0.reason',
    'items.0.ballots.0.opinion',
  ]) {
    expect(canonicalRecord(altered(record, path.split('.'))), path).not.toBe(text)
  }
})

function watched<Value>(value: Value, path: string, paths: Set<string>): Value {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver)
      if (typeof key === 'symbol' || typeof found === 'function' || !Object.hasOwn(target, key)) return found
      const next = path === '' ? key : `${path}.${key}`
      if (key === 'length') return found
      if (typeof found !== 'object' || found === null) paths.add(next)
      return watched(found, next, paths)
    },
  })
}

function altered<Value>(value: Value, [key = '', ...rest]: readonly string[]): Value {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  const found = copy[key]
  if (rest.length > 0) copy[key] = altered(found, rest)
  else if (typeof found === 'number') copy[key] = found + 1
  else if (typeof found === 'boolean') copy[key] = !found
  else copy[key] = `${String(found ?? '')}x`
  return copy as Value
}
