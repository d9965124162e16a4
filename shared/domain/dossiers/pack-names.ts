import { normaliseInput } from '../vietnamese/normalise-input.ts'

/** Letters of each part of a path in a pack: unpacked on a desktop, all of it stays below the 260 that Windows takes. */
const mostLetters = { product: 60, item: 44, file: 60 } as const

/** A name that Windows takes as that of a folder or file of whole words, not longer than its part of the path may be; Vietnamese letters stay. */
export function packName(name: string, part: keyof typeof mostLetters): string {
  const plain = normaliseInput(name.normalize('NFC').replace(/[<>:"/\\|?*\p{Cc}]/gu, ' '))
  const short = cutAtWord(plain, mostLetters[part])
  const trimmed = short.replace(/^[. ]+|[. ]+$/g, '')
  return trimmed === '' || deviceNames.test(trimmed) ? `_${trimmed}` : trimmed
}

/** The words that have room; of one word that has none, as many letters as have. */
function cutAtWord(text: string, most: number): string {
  const letters = Array.from(text)
  if (letters.length <= most) return text
  const cut = letters.slice(0, most).join('')
  const end = letters[most] === ' ' ? cut.length : cut.lastIndexOf(' ')
  return end <= 0 ? cut : cut.slice(0, end)
}

const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Gives each name once, whatever its capitals: the next one of the same is `giấy (2).pdf`. */
export function createNames(): (stem: string, ending: string) => string {
  const given = new Set<string>()
  return (stem, ending) => {
    for (let count = 1; ; count += 1) {
      const name = `${stem}${count === 1 ? '' : ` (${count})`}${ending}`
      if (given.has(name.toLowerCase())) continue
      given.add(name.toLowerCase())
      return name
    }
  }
}
