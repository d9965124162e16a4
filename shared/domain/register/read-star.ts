import { stripMarks } from '../vietnamese/fold.ts'

/** A star as lists write it; `more`: the text says something else beside it. */
export type StarReading =
  | { readonly kind: 'star'; readonly star: number; readonly more: boolean }
  | { readonly kind: 'none-reached' }
  | { readonly kind: 'wrong' }

const words = ['một', 'hai', 'ba', 'bốn', 'năm'].map(stripMarks)

/** `4`, `4 sao`, `4*`, `****`, `★★★★`, `Bốn sao`, `Hạng 4 sao`, `04 sao`; `Không đạt`. */
export function readStar(text: string): StarReading {
  const plain = stripMarks(text).replace(/\s+/gu, ' ').trim()
  const drawn = /^[*★☆⭐\s]+$/u.exec(plain)
  if (drawn !== null) return starOf([...plain.replace(/[☆\s]/gu, '')].length, false)
  if (/^(khong|chua) (dat|(?:duoc )?xep hang|(?:duoc )?phan hang|(?:duoc )?cong nhan)/.test(plain))
    return { kind: 'none-reached' }
  const figure = /^(?:ocop )?(?:hang |dat |xep hang |dat hang )?0?(\d) ?(?:sao|\*|★|⭐)?(.*)$/u.exec(plain)
  if (figure !== null && !/^[\d.,]/.test(figure[2] ?? ''))
    return starOf(Number(figure[1]), (figure[2] ?? '').trim() !== '')
  const word = /^(?:hang |dat )?(\p{L}+) sao(.*)$/u.exec(plain)
  if (word !== null) return starOf(words.indexOf(word[1] ?? '') + 1, (word[2] ?? '').trim() !== '')
  return { kind: 'wrong' }
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
