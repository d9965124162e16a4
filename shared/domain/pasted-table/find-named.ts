type Named = { readonly code: string; readonly name: string }

/** Whether two names stand for one thing. */
export type IsSameName = (one: string, other: string) => boolean

/** By a code and a name: a code that is said decides where the name agrees; else a name that only one of them has. */
export function findNamed<Thing extends Named>(
  things: readonly Thing[],
  { code, name }: Named,
  isSameName: IsSameName,
): Thing | undefined {
  const coded = code === '' ? undefined : things.find((one) => isSameCode(one.code, code))
  // A list with codes of its own: the name has to agree.
  if (coded !== undefined && (name === '' || isSameName(coded.name, name))) return coded
  const named = name === '' ? [] : things.filter((one) => isSameName(one.name, name))
  return named.length === 1 ? named[0] : undefined
}

/** By the words of one cell: a code, a name that only one of them has, or both, as `SP01 · Chè xanh`. */
export function findSaid<Thing extends Named>(
  things: readonly Thing[],
  words: string,
  isSameName: IsSameName,
): Thing | undefined {
  const alone = findNamed(things, { code: words, name: '' }, isSameName)
  if (alone !== undefined) return alone
  const named = things.filter(({ code, name }) => {
    const rest = words.slice(code.length).replace(/^[^\p{L}\p{N}]+/u, '')
    return isSameName(name, words) || (isSameCode(words.slice(0, code.length), code) && isSameName(name, rest))
  })
  return named.length === 1 ? named[0] : undefined
}

const isSameCode = (one: string, other: string): boolean => one !== '' && one.toLowerCase() === other.toLowerCase()
