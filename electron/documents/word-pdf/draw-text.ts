import { prose } from '../nd30/prose.ts'
import { singleSpacing } from '../nd30/measures.ts'
import type { LetGo, PdfContent, PdfLayout } from '../render-pdf.ts'
import { pageSign, type WordRun, type WordText } from './word-blocks.ts'
import type { ParagraphLook, TabStop } from './word-look.ts'

export type DrawFacts = {
  readonly layout: PdfLayout
  /** Of the column, in points. */
  readonly width: number
  /** What stands for the page's number; in headers alone. */
  readonly page?: number
  readonly isCell?: boolean
  /** Nothing unless said. */
  readonly letGo?: LetGo
}

/** Gaps above and beneath, where neighbours change them. */
export type Gaps = { readonly before: number; readonly after: number }

/** A paragraph as the PDF has it. */
export function drawText(text: WordText, gaps: Gaps, facts: DrawFacts): PdfContent {
  const { look, rules } = text
  const runs = withTabs(
    text.runs.map((run) => ({ ...run, text: run.text.replaceAll(pageSign, String(facts.page ?? '')) })),
    look,
    facts,
  )
  const margin: [number, number, number, number] = [look.left, gaps.before, look.right, gaps.after]
  const drawn = isRule(runs)
    ? underlineAlone(runs, text, margin, facts)
    : {
        text: runs.length === 0 ? [empty(text)] : runs.flatMap((run) => inlines(run, look.line)),
        alignment: look.align,
        leadingIndent: look.first,
        margin,
        ...(mayPart(facts) ? {} : { unbreakable: look.keepLines || lengthOf(runs) < longestWhole }),
      }
  if (rules.length === 0) return drawn
  return { stack: [...rules.map((rule) => drawRule(rule, gaps, facts)), drawn] }
}

const mayPart = ({ isCell = false, letGo = 'nothing' }: DrawFacts): boolean => isCell || letGo !== 'nothing'

/** Letters of a paragraph that moves to the next page whole, so that no page begins or ends with a line of it. */
const longestWhole = 400

const lengthOf = (runs: readonly WordRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0)

function inlines(run: WordRun, line: ParagraphLook['line']): readonly PdfContent[] {
  const { text, size, ...face } = run
  const style = { ...face, fontSize: size, lineHeight: lineHeight(line, size), preserveLeadingSpaces: true }
  return text
    .split('\n')
    .flatMap((piece, index) => [
      ...(index === 0 ? [] : [{ ...style, text: '\n' }]),
      ...(piece === '' ? [] : prose({ ...style, text: piece })),
    ])
}

/** A paragraph without words is as high as a line. */
const empty = ({ look: { line }, size }: WordText): PdfContent => ({
  text: '\u00a0',
  fontSize: size,
  lineHeight: lineHeight(line, size),
})

/** What the layout library takes for the height of a line of a size. */
const naturalHeight = 1.107

/** As a share of the library's own line. */
function lineHeight({ rule, value }: ParagraphLook['line'], size: number): number {
  if (rule === 'auto') return (singleSpacing * value) / 240
  const share = value / (naturalHeight * size)
  return rule === 'exact' ? share : Math.max(singleSpacing, share)
}

/** The height of a paragraph's line in points. */
const heightOf = ({ look: { line }, size }: WordText): number => lineHeight(line, size) * naturalHeight * size

/** Underlined blanks and nothing else: how a template draws the rule beneath a heading. */
const isRule = (runs: readonly WordRun[]): boolean =>
  lengthOf(runs) > 0 && runs.every(({ text, underline }) => underline && /^[ \u00a0]*$/.test(text))

function underlineAlone(
  runs: readonly WordRun[],
  text: WordText,
  [left, before, right, after]: [number, number, number, number],
  { layout }: DrawFacts,
): PdfContent {
  const length = runs.reduce(
    (sum, { text: blanks, size, bold }) => sum + layout.widthOf({ text: blanks, size, bold }),
    0,
  )
  const height = heightOf(text)
  const beneath = Math.min(2, height / 2)
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: ruleWidth }],
    alignment: text.look.align === 'justify' ? 'left' : text.look.align,
    margin: [left, before + height - beneath, right, after + beneath],
  }
}

const ruleWidth = 0.75

function drawRule(rule: WordText['rules'][number], { before }: Gaps, { width }: DrawFacts): PdfContent {
  const { across, down, thick } = rule
  const x = rule.x === 'center' ? (width - across) / 2 : rule.x
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: across, y2: down, lineWidth: thick }],
    relativePosition: { x, y: before + rule.y },
  }
}

/**
 * Tabs as blanks that lead as far, to a quarter of a point: the layout library knows none. A tab whose place the text has
 * passed, and every one behind the first line, is a blank.
 */
function withTabs(runs: readonly WordRun[], look: ParagraphLook, { layout, width }: DrawFacts): readonly WordRun[] {
  if (!runs.some(({ text }) => text.includes('\t'))) return runs
  const pieces = runs.flatMap((run) =>
    run.text
      .split(/(\t|\n)/)
      .filter((text) => text !== '')
      .map((text) => ({ ...run, text })),
  )
  const widthOf = ({ text, size, bold }: WordRun) => layout.widthOf({ text, size, bold })
  let at = look.left + look.first
  return pieces.map((run, index) => {
    if (run.text === '\n') at = look.left
    if (run.text !== '\t') {
      at += run.text === '\n' ? 0 : widthOf(run)
      return run
    }
    const rest = pieces.slice(index + 1)
    const end = rest.findIndex(({ text }) => text === '\t' || text === '\n')
    const next = (end === -1 ? rest : rest.slice(0, end)).reduce((sum, piece) => sum + widthOf(piece), 0)
    const stop = nextStop(at, look, width)
    const share = stop.kind === 'center' ? 0.5 : ['right', 'end', 'decimal'].includes(stop.kind) ? 1 : 0
    const needed = Math.min(width, Math.max(0, stop.at - at - next * share))
    at += needed
    return { ...run, text: filling(stop.leader, needed, run.size) }
  })
}

const usualStop = 36

function nextStop(at: number, { left, first, tabs }: ParagraphLook, width: number): TabStop {
  // A hanging paragraph has a stop where its other lines begin.
  const hanging = first < 0 ? [{ at: left, kind: 'left', leader: 'none' }] : []
  const own = [...tabs, ...hanging].toSorted((one, other) => one.at - other.at).find((stop) => stop.at > at + 0.5)
  return (
    own ?? { at: Math.min(width, (Math.floor((at + 0.5) / usualStop) + 1) * usualStop), kind: 'left', leader: 'none' }
  )
}

/** What leads to a tab's stop, and no further: signs as wide as a share of the size, or no-break spaces. */
function filling(leader: string, width: number, size: number): string {
  const { text = '', share = 1 } = leaders.get(leader) ?? {}
  const signs = text.repeat(Math.floor(width / (size * share)))
  // A no-break space is a quarter of its size wide.
  const rest = ((width - signs.length * size * share) * 4) / size
  return '\u00a0'.repeat(signs === '' ? Math.max(1, Math.round(rest)) : Math.floor(rest)) + signs
}

const leaders = new Map([
  ['dot', { text: '.', share: 0.25 }],
  ['middleDot', { text: '·', share: 0.25 }],
  ['hyphen', { text: '-', share: 0.333 }],
  ['underscore', { text: '_', share: 0.5 }],
  ['heavy', { text: '_', share: 0.5 }],
])
