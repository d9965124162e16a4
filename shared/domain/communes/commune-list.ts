import type { ListFinding } from '../register/register-list.ts'
import { placeKey, provinceKey } from '../register/name-keys.ts'
import { speltKey } from './spelt-key.ts'
import type { CommuneChange } from './index-communes.ts'

/** What a column of a list of communes can say. */
export const communeFields = [
  'oldCommune',
  'oldDistrict',
  'oldProvince',
  'newCommune',
  'newProvince',
  'code',
  'fromDay',
] as const
export type CommuneField = (typeof communeFields)[number]

/** A row of the sheet tells of as many changes as it names old communes. */
export type ListedChange = CommuneChange & { readonly row: number }

/** A list of communes, read: nothing of it is written anywhere. */
export type CommuneList = {
  readonly sheet: string
  readonly headerRows: readonly number[]
  readonly columns: readonly { readonly letter: string; readonly header: string; readonly field: CommuneField | null }[]
  readonly rows: readonly ListedChange[]
  readonly faults: readonly ListFinding[]
}

/** How a row stands to what the office's list has: `id` of the change that it corrects. */
export type PlannedChange = ListedChange & { readonly change: 'new' | 'changed' | 'same'; readonly id: number | null }

/** The day from which on there are two levels of local government: Luật số 72/2025/QH15. */
export const twoLevelsFrom = '2025-07-01'

/**
 * What taking a list would write: a change is known by its old commune with district and province, as far as both say it, and
 * its day. What a row leaves out stays as it is, so that the same list again changes nothing.
 */
export function planCommunes(
  rows: readonly ListedChange[],
  known: readonly (CommuneChange & { readonly id: number })[],
): readonly PlannedChange[] {
  const byOld = Map.groupBy(known, keyOf)
  return rows.map((row) => {
    const before = byOld.get(keyOf(row))?.find(({ oldProvince }) => agree(oldProvince, row.oldProvince))
    if (before === undefined) return { ...row, change: 'new', id: null }
    const { id } = before
    const to = laidOver(before, row)
    const isSame = changeFields.every((field) => to[field] === before[field])
    return { ...to, row: row.row, change: isSame ? 'same' : 'changed', id }
  })
}

/** The row's words, but for another way of writing the same and for what it leaves out. */
function laidOver(before: CommuneChange, row: CommuneChange): CommuneChange {
  const said = (field: keyof CommuneChange): string =>
    row[field] === '' || (field !== 'newCommune' && placeKey(row[field]) === placeKey(before[field]))
      ? before[field]
      : row[field]
  return {
    oldCommune: before.oldCommune,
    oldDistrict: before.oldDistrict,
    oldProvince: said('oldProvince'),
    newCommune: said('newCommune'),
    newProvince: said('newProvince'),
    code: row.code === '' ? before.code : row.code,
    fromDay: row.fromDay,
  }
}

const changeFields = ['oldProvince', 'newCommune', 'newProvince', 'code', 'fromDay'] as const

const keyOf = ({ oldCommune, oldDistrict, fromDay }: CommuneChange): string =>
  `${speltKey(oldCommune)}|${placeKey(oldDistrict)}|${fromDay}`

const agree = (a: string, b: string): boolean => a === '' || b === '' || provinceKey(a) === provinceKey(b)
