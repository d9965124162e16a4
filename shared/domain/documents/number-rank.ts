import { remembering } from '../remembering.ts'
import { stripMarks } from '../vietnamese/fold.ts'

/**
 * How well what was typed names a paper by its number: 0 it is the number, alone or with (the beginning of) its symbol, 2 the
 * number begins so; null where it names another. Case, accents, spaces, signs, a zero before and `Số:` are nothing: `05/GCN-OCOP`,
 * `5 gcn ocop` and `Số: 05` are one number.
 */
export function numberRank(code: string, typed: string): 0 | 2 | null {
  const asked = partsOf(typed)
  const own = asked === null ? null : partsOf(code)
  if (own === null || asked === null) return null
  if (own.number === asked.number && own.symbol.startsWith(asked.symbol)) return 0
  return asked.symbol === '' && own.number.startsWith(asked.number) ? 2 : null
}

/** Read once a text: each key that is typed asks for all numbers of a file. */
const partsOf = remembering((text): { readonly number: string; readonly symbol: string } | null => {
  const [, number, symbol = ''] = /^\s*(?:so\b[\s:.]*)?0*(\d+)(.*)$/u.exec(stripMarks(text.normalize('NFKC'))) ?? []
  return number === undefined ? null : { number, symbol: symbol.replace(/[^\p{L}\p{N}]/gu, '') }
})
