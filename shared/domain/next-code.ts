/**
 * The next free code in the manner of those in use: TV01, TV02 → TV03; `first` where none is in use.
 * Codes without a number at their end are counted on in the manner of `first`.
 */
export function nextCode(codes: readonly string[], first: string): string {
  const numbered = codes.flatMap((code) => numberOf(code) ?? [])
  const last = numbered.toSorted((one, other) => one.number - other.number).at(-1)
  if (last !== undefined) return write({ ...last, number: last.number + 1 })
  const model = numberOf(first)
  return model === null ? first : write({ ...model, number: model.number + codes.length })
}

type Numbered = { readonly stem: string; readonly number: number; readonly width: number }

function numberOf(code: string): Numbered | null {
  const match = /^(.*?)(\d{1,9})$/.exec(code)
  if (match === null) return null
  const [, stem = '', digits = ''] = match
  return { stem, number: Number(digits), width: digits.length }
}

const write = ({ stem, number, width }: Numbered): string => `${stem}${String(number).padStart(width, '0')}`
