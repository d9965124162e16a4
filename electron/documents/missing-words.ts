import type { DrawnLine } from './draw-lines.ts'
import { artifact, type Element } from './pdf-a/elements.ts'
import type { LaidOutItem, LaidOutPages, PageSize } from './pdf-parts.ts'

/** A text of which a word or more stands on no page; `part`: which of the content's nodes it is in. */
export type MissingText = { readonly part: number; readonly text: string }

type ExpectedText = MissingText & { readonly element: Element }

/** The texts of tagged content; to be asked before it is laid out, which changes it. */
export function expectTexts(content: readonly unknown[]): readonly ExpectedText[] {
  return content.flatMap((node, part) => textsIn(node).map((found) => ({ ...found, part })))
}

/**
 * Which of the texts are not on the pages letter for letter. The layout library drops, without a word, what goes on
 * beyond a page within a block that must not part, and it lets what is too wide run over the edge of the paper.
 */
export function findMissing(expected: readonly ExpectedText[], pages: LaidOutPages): readonly MissingText[] {
  if (expected.length === 0) return []
  const drawn = new Map<Element, string>()
  const known = new WeakSet<object>()
  for (const { pageSize, items } of pages) {
    for (const line of linesOf(items).filter((each) => isOnPaper(each, pageSize))) {
      for (const word of line.inlines) {
        if (!word.element || known.has(word)) continue
        // A head that is repeated on the next page is drawn of the same words.
        known.add(word)
        drawn.set(word.element, (drawn.get(word.element) ?? '') + word.text)
      }
    }
  }
  return [...Map.groupBy(expected, ({ element }) => element)].flatMap(([element, texts]) => {
    const found = lettersOf(drawn.get(element) ?? '')
    const wanted = lettersOf(texts.map(({ text }) => text).join(''))
    if (sorted(found) === sorted(wanted)) return []
    const missing = texts.filter(({ text }) => !found.includes(lettersOf(text)))
    return (missing.length === 0 ? texts : missing).map(({ part, text }) => ({ part, text: text.trim() }))
  })
}

/** Texts of lines that reach over the edge of the paper. */
export function textsOffPaper(items: readonly LaidOutItem[], pageSize: PageSize): readonly string[] {
  return linesOf(items)
    .filter((line) => !isOnPaper(line, pageSize))
    .map(({ inlines }) => inlines.map(({ text }) => text).join(''))
}

const linesOf = (items: readonly LaidOutItem[]): readonly DrawnLine[] =>
  items.flatMap((entry) => (entry.type === 'line' ? [entry.item] : []))

function isOnPaper(line: DrawnLine, { width, height }: PageSize): boolean {
  const words = line.inlines.filter(({ text }) => text.trim() !== '')
  const end = Math.max(0, ...words.map(({ x, width: own }) => x + own))
  const isWithin = line.x >= -tolerance && line.x + end <= width + tolerance
  return isWithin && line.y >= -tolerance && line.y + line.getAscenderHeight() <= height + tolerance
}

/** Points. */
const tolerance = 1

function textsIn(node: unknown): readonly { readonly element: Element; readonly text: string }[] {
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const { text, element, stack, columns, table } = node as Readonly<Record<string, unknown>>
  if (text === undefined)
    return [stack, columns, (table as { readonly body?: unknown } | undefined)?.body].flatMap(textsIn)
  const whole = plainText(text)
  if (element === undefined || element === artifact || lettersOf(whole) === '') return []
  return [{ element: element as Element, text: whole }]
}

function plainText(node: unknown): string {
  if (Array.isArray(node)) return node.map(plainText).join('')
  if (typeof node !== 'object' || node === null) return String(node ?? '')
  return plainText((node as { readonly text?: unknown }).text)
}

const lettersOf = (text: string): string => text.replace(/[\s\u00a0]+/g, '')

const sorted = (letters: string): string => [...letters].toSorted().join('')
