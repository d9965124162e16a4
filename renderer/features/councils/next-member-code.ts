/** The next free code in the manner of those in use: TV01, TV02 → TV03; `TV01` for the first. */
export const nextMemberCode = (codes: readonly string[]): string => {
  const numbered = codes.flatMap((code) => {
    const match = /^(.*?)(\d+)$/.exec(code)
    return match === null ? [] : [{ stem: match[1] ?? '', digits: match[2] ?? '' }]
  })
  const last = numbered.toSorted((one, other) => Number(one.digits) - Number(other.digits)).at(-1)
  if (last === undefined) return codes.length === 0 ? 'TV01' : `TV${String(codes.length + 1).padStart(2, '0')}`
  return `${last.stem}${String(Number(last.digits) + 1).padStart(last.digits.length, '0')}`
}
