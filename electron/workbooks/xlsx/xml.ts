import { SaxesParser } from 'saxes'
import { workbookLimits, type WorkbookLimit } from '../../file-limits.ts'
import { nextPlain, tellPlain, type PlainCell, type PlainVisitor } from './plain-elements.ts'
import { TooLargeWorkbook, UnreadableWorkbook } from './unreadable-workbook.ts'

/** An opening tag by its local name; `start`–`end` is where it stands in the text, brackets included. */
export type XmlTag = {
  readonly name: string
  /** What stands before the name, colon included; mostly nothing. */
  readonly prefix: string
  readonly attributes: Readonly<Record<string, string>>
  readonly start: number
  readonly end: number
}

export type XmlVisitor = {
  readonly open?: (tag: XmlTag) => void
  /** `start`–`end`: the closing tag; both the end of the opening one where it closes itself. */
  readonly close?: (name: string, start: number, end: number) => void
  readonly text?: (text: string) => void
  /** Where it is there, cells in their plainest form are told by it, and their tags and texts are not. */
  readonly plainCell?: (cell: PlainCell) => void
}

/** Elements of which a part may have no more than the limit says. */
const counted: ReadonlyMap<string, WorkbookLimit> = new Map(
  Object.entries({
    sheet: 'sheets',
    row: 'rows',
    col: 'columns',
    si: 'strings',
    mergeCell: 'merges',
    dataValidation: 'validations',
    cfRule: 'conditions',
    hyperlink: 'links',
    definedName: 'names',
    xf: 'styles',
    numFmt: 'styles',
    Relationship: 'relations',
  }),
)

/**
 * Reads a part of an Office document from front to end, in one pass: entities decoded, names without the prefix that some
 * programs give them. Throws `UnreadableWorkbook` for what is no XML, for more than the limits allow, and for a document
 * type, whose entities could expand without end: no office program writes one.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const { check, checkTag, checkDepth, checkAttribute, leave } = limitsOfPart()
  /** Signs that were told without the parser, which knows its own place alone. */
  let untold = 0
  let start = 0
  /** Where the last tag ended. */
  let tagEnd = 0
  /** Names of the elements that are open, as they are written. */
  const inside: string[] = []
  parser.on('opentagstart', ({ name }) => {
    start = xml.lastIndexOf('<', parser.position + untold - 1)
    checkTag(localName(name))
  })
  parser.on('attribute', ({ value }) => checkAttribute(value))
  parser.on('opentag', ({ name, attributes }) => {
    inside.push(name)
    tagEnd = parser.position + untold
    visitor.open?.({ name: localName(name), prefix: prefixOf(name), attributes, start, end: tagEnd })
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    leave()
    inside.pop()
    tagEnd = parser.position + untold
    visitor.close?.(localName(name), isSelfClosing ? tagEnd : xml.lastIndexOf('<', tagEnd - 1), tagEnd)
  })
  if (visitor.text !== undefined) {
    parser.on('text', visitor.text)
    parser.on('cdata', visitor.text)
  }
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('damaged')
  })
  const { plainCell } = visitor
  const plain: PlainVisitor = {
    cell:
      plainCell === undefined
        ? undefined
        : (cell) => {
            checkDepth(1 + cell.depth)
            plainCell(cell)
          },
    open: (name, attributes, from, end) => {
      checkTag(name)
      visitor.open?.({ name, prefix: '', attributes, start: from, end })
    },
    text: (text) => visitor.text?.(text),
    close: (name, from, end) => {
      leave()
      visitor.close?.(name, from, end)
    },
  }
  try {
    check('inflated', xml.length)
    for (let at = 0; at < xml.length;) {
      const next = nextPlain(xml, at + 1)
      parser.write(xml.slice(at, next))
      at = next
      // Right behind a tag inside the root, what stands there is an element and no comment's text.
      const around = inside.at(-1)
      if (at !== tagEnd || around === undefined) continue
      for (let end = tellPlain(xml, at, { around, plain }); end > at; end = tellPlain(xml, at, { around, plain })) {
        untold += end - at
        at = end
      }
      tagEnd = at
    }
    parser.close()
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('damaged', error)
  }
}

function limitsOfPart() {
  const seen = new Map<WorkbookLimit, number>()
  let depth = 0
  let attributes = 0
  const check = (limit: WorkbookLimit, count: number): void => {
    if (count > workbookLimits[limit].most) throw new TooLargeWorkbook(limit)
  }
  return {
    check,
    checkTag: (name: string): void => {
      attributes = 0
      check('depth', (depth += 1))
      const limit = counted.get(name)
      if (limit === undefined) return
      const count = (seen.get(limit) ?? 0) + 1
      seen.set(limit, count)
      check(limit, count)
    },
    /** Of so many elements that are told without their tags. */
    checkDepth: (more: number): void => check('depth', depth + more),
    checkAttribute: (value: string): void => {
      check('attributes', (attributes += 1))
      check('attribute', value.length)
    },
    leave: () => void (depth -= 1),
  }
}

/** The attribute of that local name: `r:id` for `id`. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
}

/** `true` and `1`. */
export function isOn(value: string | undefined): boolean {
  return value === 'true' || value === '1'
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1)
