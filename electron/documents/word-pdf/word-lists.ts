import { romanNumber } from '../nd30/roman.ts'
import type { ParagraphLook, Say } from './word-look.ts'
import { childOf, valueOf, type XmlNode } from './xml-tree.ts'

/** What stands before a paragraph of a list, and how the list sets it. */
export type ListMark = { readonly text: string; readonly pPr: XmlNode | undefined; readonly rPr: XmlNode | undefined }

/** Counts the lists of a document: asked once for each paragraph, in reading order. */
export type WordLists = (list: NonNullable<ParagraphLook['list']>, say: Say) => ListMark | null

/** @param numbering `word/numbering.xml`; undefined where a document has none. */
export function readLists(numbering: XmlNode | undefined): WordLists {
  const root = childOf(numbering, 'numbering')
  const levelsOf = (id: string): readonly XmlNode[] => {
    const num = root?.children.find(({ name, attributes }) => name === 'num' && attributes['numId'] === id)
    const kind = valueOf(num, 'abstractNumId')
    const found = root?.children.find(
      ({ name, attributes }) => name === 'abstractNum' && attributes['abstractNumId'] === kind,
    )
    return found?.children.filter(({ name }) => name === 'lvl') ?? []
  }
  const counts = new Map<string, number[]>()
  return ({ id, level }, say) => {
    const levels = levelsOf(id)
    const of = (at: number) => levels.find(({ attributes }) => attributes['ilvl'] === String(at))
    const own = of(level)
    if (own === undefined) return null
    const places = counts.get(id) ?? []
    counts.set(id, places)
    places[level] = (places[level] ?? Number(valueOf(own, 'start') ?? 1) - 1) + 1
    places.length = level + 1
    const format = valueOf(own, 'numFmt') ?? 'decimal'
    if (format === 'none') return null
    if (format === 'bullet') return { text: bulletOf(valueOf(own, 'lvlText') ?? ''), ...setting(own) }
    const text = (valueOf(own, 'lvlText') ?? '').replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1
      const node = of(at)
      const number = places[at] ?? Number(valueOf(node, 'start') ?? 1)
      const written = write(valueOf(node, 'numFmt') ?? 'decimal', number)
      if (written === null) say('kiểu đánh số tự động này')
      return written ?? ''
    })
    return { text, ...setting(own) }
  }
}

/** What follows the mark: a tab unless the list says otherwise. */
const setting = (level: XmlNode) => ({ pPr: childOf(level, 'pPr'), rPr: childOf(level, 'rPr') })

/** Signs of Word's own faces, by the sign that every face has. */
const bulletOf = (text: string): string => (/^[-–+*o•]$/.test(text) ? text : '•')

/** Longer lists are counted in figures. */
const mostLetters = 999

function write(format: string, number: number): string | null {
  switch (number >= 1 && number <= mostLetters ? format : 'decimal') {
    case 'decimal':
      return String(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerLetter':
      return lettersOf(number)
    case 'upperLetter':
      return lettersOf(number).toUpperCase()
    case 'lowerRoman':
      return romanNumber(number)
    case 'upperRoman':
      return romanNumber(number).toUpperCase()
    default:
      return null
  }
}

/** As Word counts: a … z, aa, bb. */
const lettersOf = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
