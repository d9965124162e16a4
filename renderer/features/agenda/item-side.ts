import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { findSaid, type IsSameName } from '../../../shared/domain/pasted-table/find-named.ts'
import type { PairSide } from '../../../shared/domain/pasted-table/pair-fields.ts'
import { accentsOf, productKey } from '../../../shared/domain/register/name-keys.ts'

/** The products of an agenda as a side of a pasted table. */
export function itemSide(agenda: readonly AgendaItem[]): PairSide<AgendaItem> {
  const named = agenda.map((item) => ({ item, code: item.code, name: item.productName }))
  return {
    things: agenda,
    keyOf: ({ id }) => `item ${id}`,
    find: (words) => findSaid(named, words, isSameProduct)?.item,
    unknown: 'not-on-agenda',
    heads: {
      code: ['Mã sản phẩm', 'Mã SP', 'Mã số', 'Mã', 'Ký hiệu'],
      name: ['Tên sản phẩm', 'Sản phẩm', 'Tên SP', 'Sản phẩm OCOP'],
    },
  }
}

const isSameProduct: IsSameName = (one, other) =>
  productKey(one) === productKey(other) && accentsOf(one, other) !== 'other'
