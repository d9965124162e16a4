import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { findSaid } from '../../../shared/domain/pasted-table/find-named.ts'
import { readWithReason, type PairSide, type PairSides } from '../../../shared/domain/pasted-table/pair-fields.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { itemSide } from './item-side.ts'

/** What a member does at a product. */
export type Scoring = 'scores' | 'recused' | 'absent'

/** What a table says of members at products. */
export function exclusionSides(
  agenda: readonly AgendaItem[],
  members: readonly MemberRecord[],
): PairSides<AgendaItem, MemberRecord, Scoring> {
  return {
    item: itemSide(agenda),
    other: memberSide(members),
    said: ['Việc chấm', 'Tham gia chấm', 'Tình trạng', 'Hình thức', 'Không tham gia chấm', 'Không chấm'],
    read: (cell) => readWithReason(cell, { readWord: readScoring, fault: 'no-such-exclusion' }),
  }
}

const memberSide = (members: readonly MemberRecord[]): PairSide<MemberRecord> => ({
  things: members,
  keyOf: ({ id }) => `other ${id}`,
  find: (words) => findSaid(members, words, isSamePerson),
  unknown: 'unknown-member',
  heads: {
    code: [
      'Mã thành viên',
      'Mã TV',
      'Ký hiệu thành viên',
      'Thành viên không tham gia chấm',
      'Không tham gia chấm',
      'Người không chấm',
    ],
    name: ['Họ và tên', 'Họ tên', 'Tên thành viên', 'Thành viên', 'Ông (bà)', 'Ông/bà'],
  },
})

/** A reason that says of who does not score that the member is not there: `Vắng mặt`, `Xin vắng`, `Vắng do đi công tác`. */
export function saysAbsent(reason: string): boolean {
  return /^\s*(xin\s+)?vắng(?!\p{L})/iu.test(reason.normalize('NFC')) || readScoring(reason) === 'absent'
}

/** Such a reason that says no more than the kind does. */
export function saysAbsentAlone(reason: string): boolean {
  return /^\P{L}*v(ắ|a)ng(\s+m(ặ|a)t)?\P{L}*$/iu.test(reason.normalize('NFC'))
}

function readScoring(word: string): Scoring | null {
  const said = searchKey(word)
    .replace(/[^\p{L}✓√]+/gu, ' ')
    .trim()
  return words.find(([pattern]) => pattern.test(said))?.[1] ?? null
}

const words: readonly (readonly [RegExp, Scoring])[] = [
  [/^(x|✓|√|khong cham|khong cham diem|khong tham gia|khong tham gia cham( diem)?|tu choi cham|recused)$/, 'recused'],
  [/^(v|(xin )?vang( mat)?( (co|khong) (ly do|phep))?|absent)$/, 'absent'],
  [/^(cham|cham diem|co cham|tham gia cham( diem)?|scores)$/, 'scores'],
]
