import { nameOf, Reader, type Dictionary, type PdfFile, type Reference, type Value } from './read-file.ts'

/** What one operator draws, and where in the structure it stands. */
export type Drawn = {
  readonly operator: string
  readonly operands: readonly Value[]
  /** The tag that it stands in, outermost; empty where it stands in none. */
  readonly tag: string
  /** The number of the marked stretch; null in an artifact. */
  readonly mark: number | null
  /** Marks that stand one in the other. */
  readonly depth: number
  /** The font and graphic state that hold there. */
  readonly font: string
  readonly resources: Dictionary
}

export type Page = { readonly reference: Reference; readonly page: Dictionary; readonly drawn: readonly Drawn[] }

/** The pages of a file with all that is drawn on them; what a form draws stands where the form is drawn. */
export function readPages(file: PdfFile): readonly Page[] {
  const pages = file.dictionary(file.dictionary(file.trailer['/Root'])['/Pages'])
  return file.list(pages['/Kids']).map((reference) => {
    const page = file.dictionary(reference)
    const drawn: Drawn[] = []
    draw({ file, content: file.streamOf(page['/Contents']), resources: file.dictionary(page['/Resources']), drawn })
    return { reference: reference as Reference, page, drawn }
  })
}

type DrawInput = {
  file: PdfFile
  content: Buffer
  resources: Dictionary
  drawn: Drawn[]
  outer?: Pick<Drawn, 'tag' | 'mark' | 'depth'>
}

/** @throws Error for marks and states that are not closed where they were opened. */
function draw({ file, content, resources, drawn, outer = { tag: '', mark: null, depth: 0 } }: DrawInput): void {
  const reader = new Reader(content.toString('latin1'))
  const marks = [outer]
  const states: number[] = []
  let font = ''
  let operands: Value[] = []
  for (let token = reader.token(); token !== undefined; token = reader.token()) {
    if (typeof token !== 'object' || token === null || !('operator' in token)) {
      operands.push(token)
      continue
    }
    const { operator } = token
    const top = marks.at(-1) ?? outer
    drawn.push({ operator, operands, font, resources, ...top })
    if (operator === 'BDC' || operator === 'BMC') {
      const mark = (operands[1] as Dictionary | undefined)?.['/MCID']
      marks.push({ tag: nameOf(operands[0]), mark: typeof mark === 'number' ? mark : null, depth: top.depth + 1 })
    } else if (operator === 'EMC') marks.pop()
    else if (operator === 'q') states.push(marks.length)
    else if (operator === 'Q' && states.pop() !== marks.length) throw new Error('a mark lies across a graphic state')
    else if (operator === 'Tf') font = nameOf(operands[0])
    else if (operator === 'Do') {
      const form = file.dictionary(resources['/XObject'])[`/${nameOf(operands[0])}`]
      const inner = file.dictionary(file.dictionary(form)['/Resources'])
      draw({ file, content: file.streamOf(form), resources: inner, drawn, outer: top })
    }
    operands = []
  }
  if (marks.length !== 1 || states.length > 0) throw new Error('a mark or a graphic state is left open')
}

/** The glyphs that a text operator shows, two bytes each. */
export function glyphsOf({ operator, operands }: Drawn): readonly number[] {
  if (operator !== 'TJ' && operator !== 'Tj') return []
  const pieces = operator === 'TJ' ? (operands[0] as readonly Value[]) : operands
  return pieces.flatMap((piece) => {
    if (typeof piece !== 'object' || piece === null || !('text' in piece)) return []
    const bytes = piece.text as Buffer
    return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2))
  })
}
