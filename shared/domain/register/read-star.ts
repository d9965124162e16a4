import { remembering } from '../remembering.ts'
import { stripMarks } from '../vietnamese/fold.ts'

/** A star as lists write it; `more`: the text says something else beside it; `from`: the star that it was raised from. */
export type StarReading =
  | { readonly kind: 'star'; readonly star: number; readonly more: boolean; readonly from?: number }
  | { readonly kind: 'none-reached' }
  | { readonly kind: 'wrong' }

const words: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5 }
const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 }

/** `4`, `4 sao`, `4*`, `****`, `★★★★`, `Bốn (04) sao`, `Hạng 4 sao`, `IV`, `4.0`, `3 sao → 4 sao`; `Không đạt`. */
export const readStar = remembering((text): StarReading => {
  // A mark before a figure made a text of it; a spreadsheet may have made a fraction.
  const plain = stripMarks(text)
    .replace(/^\s*['‘’]/u, '')
    .replace(/^\s*(\d)[.,]0(?=\s|$)/u, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  const drawn = /^[*★☆⭐\s]+$/u.exec(plain)
  if (drawn !== null) return starOf([...plain.replace(/[☆\s]/gu, '')].length, false)
  if (/^(khong|chua) (dat|(?:duoc )?xep hang|(?:duoc )?phan hang|(?:duoc )?cong nhan)/.test(plain))
    return { kind: 'none-reached' }
  const change = changed.exec(plain)
  if (change !== null) return starAfter(Number(change[1]), Number(change[2]), (change[3] ?? '').trim() !== '')
  const figure =
    /^(?:ocop )?(?:(?:nang (?:cap |hang |sao )*len |dat )?hang |dat |xep hang |nang (?:cap |hang |sao )*len )?0?(\d) ?(?:sao|\*|★|⭐)?(.*)$/u.exec(
      plain,
    )
  if (figure !== null && !/^[\d.,]/.test(figure[2] ?? ''))
    return starOf(Number(figure[1]), (figure[2] ?? '').trim() !== '')
  const roman = /^(?:hang )?(i{1,3}|iv|v)(?: sao)?$/.exec(plain)
  if (roman !== null) return starOf(romans[roman[1] ?? ''] ?? 0, false)
  const word = /^(?:hang |dat )?(\p{L}+) ?(?:\(0?(\d)\) ?)?sao(.*)$/u.exec(plain)
  if (word !== null) {
    const star = words[word[1] ?? ''] ?? 0
    return starOf(star, (word[3] ?? '').trim() !== '' || (word[2] !== undefined && Number(word[2]) !== star))
  }
  return { kind: 'wrong' }
})

/** `3 sao -> 4 sao`, `Từ 3 sao lên 4 sao`, `Nâng hạng từ 3 lên 4 sao`: the star before and the one after. */
const changed =
  /^(?:nang (?:cap |hang |sao )*)?(?:tu )?(?:hang )?0?(\d) ?(?:sao|[*★⭐])? ?(?:[-=–—]+ ?>|[→➔➜⇒]|(?:nang )?len|xuong) ?(?:hang )?0?(\d)(?![\d.,]\d) ?(?:sao|[*★⭐])?(?!\p{L})(.*)$/u

/** A star that fell is for somebody to look at. */
function starAfter(from: number, star: number, more: boolean): StarReading {
  const [before, after] = [starOf(from, false), starOf(star, more || from >= star)]
  return before.kind === 'star' && after.kind === 'star' ? { ...after, from } : { kind: 'wrong' }
}

/** Whether a cell says nothing but that a product did not reach what was asked: `Không đạt`, `Chưa đạt hạng sao`. */
export function isFailure(text: string): boolean {
  if (text.length > 40 || !/^\s*[kc]/iu.test(text)) return false
  return /^(?:khong|chua) (?:duoc )?(?:dat|cong nhan|xep hang|phan hang)(?: (?:yeu cau|hang|sao|diem|ocop|san pham))*[. ]*$/.test(
    stripMarks(text).replace(/\s+/gu, ' ').trim(),
  )
}

const starOf = (star: number, more: boolean): StarReading =>
  star >= 1 && star <= 5 ? { kind: 'star', star, more } : { kind: 'wrong' }
