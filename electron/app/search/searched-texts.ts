/** Stands in no text that is searched, and in no word. */
const between = '\n'

/**
 * Texts to be searched for words, as `searchKey` has both, laid end to end: twenty thousand that lie all over the memory take a
 * key several times as long.
 */
export function searchedTexts(texts: readonly string[]) {
  const all = texts.join(between)
  let end = 0
  const ends = Uint32Array.from(texts, (text) => {
    end += text.length + between.length
    return end
  })
  const holding = (word: string): Uint8Array => {
    const found = new Uint8Array(texts.length)
    let place = 0
    for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, ends[place])) {
      while (at >= (ends[place] ?? Number.POSITIVE_INFINITY)) place += 1
      found[place] = 1
    }
    return found
  }
  /** By the place of each text, 1 for one that holds every word. */
  return (words: readonly string[]): Uint8Array => {
    const [first = '', ...others] = words
    const found = first === '' ? new Uint8Array(texts.length).fill(1) : holding(first)
    return others.map(holding).reduce((both, held) => both.map((one, at) => one & (held[at] ?? 0)), found)
  }
}
