import { numbersOf, plainText, type Paper } from './paper.ts'

/**
 * What a paper has to say: pieces of its text in their order, with nothing but words between them. A piece that begins
 * or ends with a figure is that whole number.
 */
export type Statement = {
  readonly pieces: readonly string[]
  /** How often; null = once or more; `allowed`: as often as it likes, also never. */
  readonly times: number | null | 'allowed'
}

/** Said once. */
export function say(...pieces: readonly string[]): Statement {
  return { pieces, times: 1 }
}

export function sayTimes(times: number, ...pieces: readonly string[]): Statement {
  return { pieces, times }
}

/** Said once or more: what the layout repeats, such as the head of a table. */
export function saySome(...pieces: readonly string[]): Statement {
  return { pieces, times: null }
}

/** What the law or the council says wherever it is cited. */
export function mayCite(...pieces: readonly string[]): Statement {
  return { pieces, times: 'allowed' }
}

/** What is wrong with a paper, a line each: what it does not say, and numbers that nobody accounts for. */
export function faultsOf(paper: Paper, statements: readonly Statement[]): readonly string[] {
  return [...eachFault(paper, statements)].map((describe) => describe())
}

/** Whether anything is: the first fault ends the reading, and nobody describes it. */
export function hasFault(paper: Paper, statements: readonly Statement[]): boolean {
  return eachFault(paper, statements).next().done !== true
}

function* eachFault(paper: Paper, statements: readonly Statement[]): Generator<() => string, void> {
  const accounted: (readonly [from: number, to: number])[] = []
  for (const { pieces, times } of statements) {
    const found = [...paper.text.matchAll(patternOf(pieces))]
    for (const { indices } of found) accounted.push(...(indices?.slice(1) ?? []).filter((span) => span !== undefined))
    if (times === 'allowed' || (times === null ? found.length > 0 : found.length === times)) continue
    yield () => {
      const where = found.map(({ index }) => paper.placeAt(index)).join('; ')
      const seen = found.length === 0 ? 'nowhere' : `${found.length} times (${where})`
      return `${paper.name}: “${brokenAt(paper, pieces)}” is said ${seen}, not ${times ?? 'once or more'}`
    }
  }
  for (const { text, from, to } of numbersOf(paper.text)) {
    if (accounted.some(([start, end]) => start <= from && to <= end)) continue
    yield () => {
      const around = paper.text.slice(Math.max(0, from - 40), to + 25)
      return `${paper.name}, ${paper.placeAt(from)}: nobody accounts for “${text}” in “…${around}…”`
    }
  }
}

/** The pieces up to the first that does not follow, and what stands there instead. */
function brokenAt({ text, placeAt }: Paper, pieces: readonly string[]): string {
  let end = 0
  for (const [index, piece] of pieces.entries()) {
    const [found] = text.matchAll(patternOf(pieces.slice(0, index + 1)))
    if (found === undefined) {
      const instead = end === 0 ? '' : ` (${placeAt(end)} goes on “${text.slice(end, end + 90)}…”)`
      return `${pieces.slice(Math.max(0, index - 2), index).join(' … ')} … ${piece}${instead}`
    }
    end = found.index + found[0].length
  }
  return pieces.join(' … ')
}

const patterns = new Map<string, RegExp>()

function patternOf(pieces: readonly string[]): RegExp {
  const key = pieces.join('\n')
  const known = patterns.get(key)
  if (known !== undefined) return known
  const pattern = new RegExp(
    pieces
      .map(plainText)
      .filter((piece) => piece !== '')
      .map(pieceOf)
      .join('[^\\d*]{0,600}?'),
    'dgu',
  )
  patterns.set(key, pattern)
  return pattern
}

/** A line may be broken behind a slash or a hyphen. */
function pieceOf(piece: string): string {
  const text = piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=[/-])(?=\S)/g, ' ?')
  const before = /^[\d*]/.test(piece) ? '(?<![\\d*]|\\d[.,])' : ''
  const after = /[\d*]$/.test(piece) ? '(?![\\d*]|[.,]\\d)' : ''
  return `(${before}${text}${after})`
}
