/** What is told of an element that stands in its plainest form, in the order of the text. */
export type PlainVisitor = {
  /** Where it is there, cells are told by it alone. */
  readonly cell?: ((cell: PlainCell) => void) | undefined
  readonly open: (name: string, attributes: Attributes, start: number, end: number) => void
  readonly text: (text: string) => void
  /** `start`–`end` as `XmlVisitor` has them. */
  readonly close: (name: string, start: number, end: number) => void
}

/** A cell by the names of its attributes; `value`: null where it has none. */
export type PlainCell = {
  readonly r?: string | undefined
  readonly s?: string | undefined
  readonly t?: string | undefined
  readonly value: string | null
  /** So many elements lie within each other in it. */
  readonly depth: number
}

type Attributes = Readonly<Record<string, string>>

/** Where the next element begins that may be plain, from a place on; the end of the text where none does. */
export function nextPlain(xml: string, from: number): number {
  begin.lastIndex = from
  return begin.exec(xml)?.index ?? xml.length
}

type PlainPlace = {
  /** Name of the element that the place is directly in. */
  readonly around: string
  readonly plain: PlainVisitor
}

/**
 * Tells a cell, a shared text or where one row ends and the next begins, as they stand at that place and nearly every program
 * writes them: attributes in one order, one text, nothing that is decoded. Of a list's 100,000 cells hardly one does not, and
 * the parser, which looks at each sign of an XML part, takes three times as long to tell the same.
 *
 * What it tells is well-formed by itself, so that the rest of the part is sound XML with it or without it. Anything else
 * it leaves to the parser.
 *
 * @returns where the element ends; the place itself where it is not plain
 */
export function tellPlain(xml: string, at: number, { around, plain }: PlainPlace): number {
  if (around !== 'row') return tellCell(xml, at, plain) ?? tellString(xml, at, plain) ?? at
  return tellCell(xml, at, plain) ?? tellNextRow(xml, at, plain) ?? tellString(xml, at, plain) ?? at
}

const begin = /<(?:c|si)[ >]/g

/** Signs that XML takes as they are; pairs of halves, `&` and `]` are for the parser. */
const text = String.raw`([^\0-\x08\x0B-\x1F<&\]\uD800-\uDFFF\uFFFE\uFFFF]*)`
const textElement = `<t( xml:space="preserve")?>${text}</t>`
const cellAttributes = '(?: r="([A-Z]{1,3}[0-9]{1,7})")?(?: s="([0-9]{1,9})")?(?: t="([A-Za-z]{1,12})")?'
const cell = new RegExp(`<c${cellAttributes}(?:/>|>(?:<v>${text}</v>|<is>${textElement}</is>)?</c>)`, 'y')
/** In the order of the schema (ECMA-376, 18.3.1.73) and of Excel, which adds the height of a line of the font. */
const rowAttributes = [
  'r',
  'spans',
  's',
  'customFormat',
  'ht',
  'hidden',
  'customHeight',
  'outlineLevel',
  'collapsed',
  'x14ac:dyDescent',
] as const
const rowText = rowAttributes.map((name) => `(?: ${name}="([\\w.: ]{0,40})")?`).join('')
const nextRow = new RegExp(`</row><row${rowText}>`, 'y')
const string = new RegExp(`<si>${textElement}</si>`, 'y')

function tellCell(xml: string, at: number, visitor: PlainVisitor): number | null {
  cell.lastIndex = at
  const found = cell.exec(xml)
  if (found === null) return null
  const [, r, s, t, value, space, inline] = found
  const end = cell.lastIndex
  if (visitor.cell !== undefined) {
    const depth = value !== undefined ? 1 : inline !== undefined ? 2 : 0
    visitor.cell({ r, s, t, value: value ?? inline ?? null, depth })
    return end
  }
  const inner = xml.indexOf('>', at) + 1
  visitor.open('c', cellAttributesOf(r, s, t), at, inner)
  if (value !== undefined)
    tellText(visitor, { name: 'v', attributes: none, said: value, start: inner, inner: inner + 3 })
  if (inline !== undefined) {
    visitor.open('is', none, inner, inner + 4)
    visitor.close('is', tellTextElement(visitor, inner + 4, space, inline), end - 4)
  }
  visitor.close('c', inner === end ? end : end - 4, end)
  return end
}

/** In a row: one ends and another begins, so that what follows is in a row as well. */
function tellNextRow(xml: string, at: number, visitor: PlainVisitor): number | null {
  nextRow.lastIndex = at
  const found = nextRow.exec(xml)
  if (found === null) return null
  const begins = at + '</row>'.length
  const said: Record<string, string> = {}
  for (const [index, name] of rowAttributes.entries()) {
    const value = found[index + 1]
    if (value !== undefined) said[name] = value
  }
  visitor.close('row', at, begins)
  visitor.open('row', said, begins, nextRow.lastIndex)
  return nextRow.lastIndex
}

function tellString(xml: string, at: number, visitor: PlainVisitor): number | null {
  string.lastIndex = at
  const found = string.exec(xml)
  if (found === null) return null
  visitor.open('si', none, at, at + 4)
  const inner = tellTextElement(visitor, at + 4, found[1], found[2] ?? '')
  visitor.close('si', inner, string.lastIndex)
  return string.lastIndex
}

function cellAttributesOf(r: string | undefined, s: string | undefined, t: string | undefined): Attributes {
  if (r !== undefined && s !== undefined) return t === undefined ? { r, s } : { r, s, t }
  return { ...(r !== undefined && { r }), ...(s !== undefined && { s }), ...(t !== undefined && { t }) }
}

function tellTextElement(visitor: PlainVisitor, start: number, space: string | undefined, said: string): number {
  const attributes = space === undefined ? none : preserved
  return tellText(visitor, { name: 't', attributes, said, start, inner: start + 3 + (space?.length ?? 0) })
}

type TextElement = {
  /** Of one letter. */
  readonly name: string
  readonly attributes: Attributes
  readonly said: string
  readonly start: number
  readonly inner: number
}

/** Answers where it ends. */
function tellText(visitor: PlainVisitor, { name, attributes, said, start, inner }: TextElement): number {
  visitor.open(name, attributes, start, inner)
  if (said !== '') visitor.text(said)
  const after = inner + said.length
  visitor.close(name, after, after + 4)
  return after + 4
}

const none: Attributes = {}
const preserved: Attributes = { 'xml:space': 'preserve' }
