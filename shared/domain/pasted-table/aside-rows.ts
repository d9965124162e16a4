import {
  isCount,
  isOrdinal,
  isSigningText,
  isSigningTitle,
  isSumText,
  isTotalText,
  numbersColumns,
  readGroupRow,
} from '../register/row-kinds.ts'

/** What a row of a list is that says nothing of one thing: what heads rows, sums them, is signed, or numbers the columns. */
export type AsideKind = 'group' | 'total' | 'signing' | 'numbers'

/**
 * What a row of a pasted block is where it is none of its things; null for a row of its own. By the words that the register's
 * lists are read by, and only where nothing but counts stands beside them. `isNumbered`: the block numbers its rows in its
 * first column.
 */
export function asideKind(
  cells: readonly string[],
  { isNumbered }: { readonly isNumbered: boolean },
): AsideKind | null {
  const texts = cells.filter((cell) => cell !== '')
  if (numbersColumns(texts)) return 'numbers'
  const [first = ''] = texts
  const hasNumber = texts.length > 1 && isOrdinal(first)
  const [text = '', ...rest] = hasNumber ? texts.slice(1) : texts
  if (!rest.every(isCount)) return null
  // `Tổng hợp trái cây sấy` is a product.
  if (isSumText(text) || (isTotalText(text) && !/^(tổng|cộng|tong|cong)/i.test(text))) return 'total'
  // A name alone in a block of one column is nobody's signature.
  if (cells.length > 1 && rest.length === 0 && !hasNumber && (isSigningText(text) || isSigningTitle(text)))
    return 'signing'
  // Where rows are numbered by figures, `II` and `B` number what heads them; elsewhere `x` is a mark.
  const isHeading =
    (isNumbered && first === cells[0] && hasNumber && !/\d/.test(first)) || /^[IVX]+\s*[.):]\s*\p{L}/u.test(text)
  return isHeading || readGroupRow(text) !== null ? 'group' : null
}
