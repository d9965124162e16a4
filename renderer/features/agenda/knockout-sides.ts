import type { AgendaItem, KnockoutQuestion } from '../../../shared/api/sessions.ts'
import { readWithReason, type PairSides } from '../../../shared/domain/pasted-table/pair-fields.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { itemSide } from './item-side.ts'

/** A condition of one or more forms: they number them each for itself, and say many of them in the same words. */
export type Condition = { readonly key: string; readonly text: string }

/** What a table says of conditions at products. */
export function knockoutSides(agenda: readonly AgendaItem[]): PairSides<AgendaItem, Condition, 'no' | 'yes'> {
  const all = agenda.flatMap(({ knockouts }) => knockouts.map((one) => ({ key: conditionKey(one), text: one.text })))
  const conditions = [...new Map(all.map((one) => [one.key, one])).values()]
  return {
    item: itemSide(agenda),
    other: {
      things: conditions,
      keyOf: ({ key }) => `other ${key}`,
      find: (words) => {
        const said = conditionKey({ key: '', text: words })
        return conditions.find(({ key }) => key === said)
      },
      unknown: 'unknown-question',
      heads: {
        code: ['Điều kiện', 'Điều kiện loại', 'Điều kiện loại hồ sơ', 'Mã tiêu chí', 'Tiêu chí'],
        name: ['Nội dung điều kiện', 'Nội dung'],
      },
    },
    said: ['Đạt/Không đạt', 'Kết quả', 'Kết luận', 'Đạt', 'Trả lời'],
    read: (cell) => readWithReason(cell, { readWord: readAnswer, fault: 'no-such-answer' }),
  }
}

/** The question of a product's own form that a condition stands for. */
export function questionOf({ knockouts }: AgendaItem, { key }: Condition): KnockoutQuestion | undefined {
  return knockouts.find((question) => conditionKey(question) === key)
}

/** A criterion's by its number, which every form says it with; a dossier's by its words. */
function conditionKey({ key, text }: Pick<KnockoutQuestion, 'key' | 'text'>): string {
  const [, code] = /^\s*tiêu chí\s+(\d+(?:\.\d+)*)(?![\d.]*\d)/iu.exec(text.normalize('NFC')) ?? []
  return key.startsWith('criterion-') ? key : code === undefined ? fold(text) : `criterion-${code}`
}

/**
 * Of `x`, `Có` and `Không` alone nobody knows what they answer: the condition, or whether it is met. A wrong star would come of
 * it, so that they are asked back at their cell.
 */
function readAnswer(word: string): 'no' | 'yes' | null {
  const said = searchKey(word)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  if (/^(dat|khong vi pham|khong co vi pham|khong bi loai|dap ung)$/.test(said)) return 'no'
  return /^(khong dat|vi pham|co vi pham|vi pham loai ho so|loai|bi loai|loai ho so|khong dap ung)$/.test(said)
    ? 'yes'
    : null
}
