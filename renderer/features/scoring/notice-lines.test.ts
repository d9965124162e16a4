import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { BallotAct, ChooseAct } from '../../../shared/domain/ballot/acts.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import type { LostAct } from '../../ballot-sync/lost-acts.ts'
import type { DeskBallot } from './grid-ballots.ts'
import { noticeLines } from './notice-lines.ts'

const locales = join(import.meta.dirname, '../../../resources/locales/vi')
const read = (name: string): unknown => JSON.parse(readFileSync(join(locales, `${name}.json`), 'utf8'))
const vi = { scoring: read('scoring'), refusals: read('refusals') }
const i18n = createInstance({
  lng: 'vi',
  ns: ['scoring', 'refusals'],
  defaultNS: 'scoring',
  resources: { vi },
} as never)
await i18n.init()
const t = i18n.getFixedT('vi', 'scoring')

const place = { actId: 'a', agendaItemId: 7, memberId: 3, round: 1 }
const forms = new Map([[7, sampleForm()]])
const choose = (criterionIndex: number, option: number | null): ChooseAct => ({
  kind: 'choose',
  ...place,
  criterionIndex,
  option,
  seen: null,
})
const lose = (act: BallotAct, reason: string, detail = {}): LostAct => ({
  act,
  error: new ORPCError('REFUSED', { status: 422, data: { reason, detail } }),
})
const byClerk = { criteria: '1.1', by: 'Thư ký giúp việc 1' }
const ballot: DeskBallot = {
  ...place,
  version: 1,
  state: 'draft',
  choices: [4, null, 5],
  opinion: '',
  savedAt: null,
  excluded: null,
  revision: 2,
}
const known = new Map([[ballotKey(place), ballot]])
const wordsOf = (lost: readonly LostAct[]) => noticeLines({ lost, known, forms, t }).map(({ words }) => words)

describe('what is said about keys that were not taken', () => {
  it('names theirs and mine of each criterion that others changed, and who, and offers mine', () => {
    const changed = (act: BallotAct, detail = {}) => lose(act, 'ballot-changed-elsewhere', detail)
    const lost = [changed(choose(0, 2), byClerk), changed(choose(1, 3)), changed(choose(2, null))]
    const lines = noticeLines({ lost, known, forms, t })
    expect(lines.map(({ words }) => words)).toEqual([
      'Tiêu chí 1.1 vừa được ghi 4 điểm ở nơi khác (Thư ký giúp việc 1); 2 điểm vừa gõ ở đây chưa được ghi.',
      'Tiêu chí 4.1 vừa bị xóa điểm ở nơi khác; 3 điểm vừa gõ ở đây chưa được ghi.',
      'Tiêu chí 6.1 vừa được ghi 5 điểm ở nơi khác; thao tác vừa xóa điểm ở đây chưa được ghi.',
    ])
    expect(lines.map(({ mine }) => mine)).toEqual([{ row: 0, to: 2, points: 2 }, { row: 1, to: 3, points: 3 }, null])
    expect(wordsOf([changed(choose(0, 4))])).toEqual([])
  })

  it('says nothing of theirs where that is hidden here or of another round', () => {
    const lost = [lose(choose(0, 2), 'ballot-changed-elsewhere', byClerk)]
    const others: readonly Partial<DeskBallot>[] = [{ isHidden: true }, { round: 2 }]
    for (const facts of others) {
      const now = new Map([[ballotKey(place), { ...ballot, choices: [null, null, null], ...facts }]])
      expect(noticeLines({ lost, known: now, forms, t })).toMatchObject([
        { words: expect.stringContaining('chưa được ghi: 1.1 (2 điểm). Phiếu vừa được sửa ở nơi khác.'), mine: null },
      ])
    }
  })

  it('names in one line every key that was refused for one reason, by its criterion and points', () => {
    const lost = [
      lose(choose(0, 0), 'round-over'),
      lose(choose(1, 12), 'round-over'),
      lose(choose(2, null), 'round-over'),
    ]
    expect(wordsOf(lost)).toEqual([
      'Điểm vừa gõ của 3 tiêu chí chưa được ghi: 1.1 (0 điểm), 4.1 (12 điểm), 6.1 (vừa xóa). Lần chấm này đã kết thúc.',
    ])
    expect(noticeLines({ lost, known, forms, t })[0]?.lost).toEqual(lost)
    const [unread] = noticeLines({ lost, known, forms: new Map(), t })
    expect(unread?.words).toBe('Điểm vừa gõ của 3 tiêu chí chưa được ghi. Lần chấm này đã kết thúc.')
    expect(wordsOf([...lost, lose({ ...choose(0, 1), memberId: 4 }, 'round-over')])).toHaveLength(2)
  })

  it('says of a confirmation that it was not given', () => {
    const confirm = { kind: 'confirm', ...place, seen: [1, 2, 3] } as const
    expect(wordsOf([lose(confirm, 'round-over')])).toEqual(['Phiếu chưa được xác nhận. Lần chấm này đã kết thúc.'])
  })
})
