import { appendTo, applyEdits, openEnd, withAttributes, type Edit } from './edit-xml.ts'
import { builtInFormat, formatCode } from './number-format.ts'
import { workbookLimits } from '../../file-limits.ts'
import { TooLargeWorkbook } from './unreadable-workbook.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** The styles of a workbook's cells: what each means, and new ones that differ from a known one in a few points. */
export type CellStyles = {
  /** Number formats by style. */
  readonly formats: readonly string[]
  readonly hasFrame: (style: number) => boolean
  /** Whether its letters are struck through. */
  readonly isStruck: (style: number) => boolean
  /** The number of a style like `style` but for the change; added where there is none such. */
  readonly derive: (style: number, change: StyleChange) => number
  /** The part with what was added; null where nothing was. */
  readonly changedXml: () => string | null
}

type StyleChange = {
  readonly format?: string
  readonly wraps?: boolean
  /** Of a heading only its frame and letters, neither bold nor filled nor centred. */
  readonly isPlain?: boolean
}

/** A list of the part, such as its fonts: where it stands, and each of its members as written. */
type StyleList = { tag: XmlTag | null; contentEnd: number; readonly members: string[] }

/** @throws UnreadableWorkbook */
export function openStyles(xml: string): CellStyles {
  const { root, lists, spelt, framed, styles } = readStyles(xml)
  const { fonts, cellXfs, numFmts } = lists
  const known = { fonts: fonts.members.length, cellXfs: cellXfs.members.length, numFmts: numFmts.members.length }
  const made = new Map<string, number>()
  const struck = fonts.members.map((font) => /<(?:[\w.-]+:)?strike(?:\s+val="(?:1|true|on)")?\s*\/>/.test(font))
  const formats = styles.map(({ numFmtId }) => formatCode(Number(numFmtId ?? 0), spelt))
  const prefix = root?.prefix ?? ''

  const formatId = (code: string): number => {
    const id = builtInFormat(code) ?? [...spelt].find(([, spelling]) => spelling === code)?.[0]
    if (id !== undefined) return id
    const fresh = Math.max(163, ...spelt.keys()) + 1
    spelt.set(fresh, code)
    numFmts.members.push(withAttributes(`<${prefix}numFmt/>`, { numFmtId: String(fresh), formatCode: code }))
    return fresh
  }
  const plainFont = (id: string): string => {
    const bold = fonts.members[Number(id)] ?? ''
    const plain = bold.replace(/<(?:[\w.-]+:)?b(?:\s[^>]*)?\/>/, '')
    return plain === bold ? id : String(fonts.members.push(plain) - 1)
  }
  const derive = (style: number, { format, wraps = false, isPlain = false }: StyleChange): number => {
    let text = cellXfs.members[style] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`
    if (isPlain) {
      const attributes = { fontId: plainFont(styles[style]?.['fontId'] ?? '0'), fillId: '0', applyFill: null }
      text = `${withAttributes(openingTag(text).replace(/\/?>$/, '/>'), { ...attributes, applyProtection: null })}`
    }
    if (format !== undefined) {
      const opening = withAttributes(openingTag(text), { numFmtId: String(formatId(format)), applyNumberFormat: '1' })
      text = opening + text.slice(openingTag(text).length)
    }
    if (wraps) text = wrapping(text, prefix, isPlain)
    const index = cellXfs.members.indexOf(text)
    if (index >= 0) return index
    styles.push(styles[style] ?? {})
    formats.push(format ?? formats[style] ?? 'General')
    return cellXfs.members.push(text) - 1
  }
  return {
    formats,
    hasFrame: (style) => framed[Number(styles[style]?.['borderId'] ?? 0)] ?? false,
    isStruck: (style) => struck[Number(styles[style]?.['fontId'] ?? 0)] ?? false,
    derive: (style, change) => {
      const key = `${style} ${JSON.stringify(change)}`
      const index = made.get(key) ?? derive(style, change)
      made.set(key, index)
      return index
    },
    changedXml: () => {
      const edits = Object.entries(lists).flatMap(([name, { tag, contentEnd, members }]): Edit[] => {
        const added = members.slice(known[name as keyof typeof lists]).join('')
        if (added === '') return []
        const count = String(members.length)
        if (tag !== null) return appendTo(xml, { tag, contentEnd }, added, { count })
        // Formats stand first in the part; the other lists are never missing where they have members.
        const at = root?.end ?? 0
        return [{ from: at, to: at, text: `<${prefix}${name} count="${count}">${added}</${prefix}${name}>` }]
      })
      return edits.length === 0 ? null : applyEdits(xml, edits)
    },
  }
}

const openingTag = (text: string): string => /^<[^>]*>/.exec(text)?.[0] ?? ''

/** A style whose texts go on in the next line; a plain one stands in the middle of its row. */
function wrapping(style: string, prefix: string, isPlain: boolean): string {
  const opening = openingTag(style)
  const alignment = /<(?:[\w.-]+:)?alignment[^>]*>/.exec(style)?.[0]
  const wrapped = withAttributes(alignment ?? `<${prefix}alignment/>`, {
    wrapText: '1',
    ...(isPlain && { vertical: 'center' }),
  })
  const applied = withAttributes(opening, { applyAlignment: '1' })
  if (alignment !== undefined) return applied + style.slice(opening.length).replace(alignment, () => wrapped)
  if (!opening.endsWith('/>')) return applied + wrapped + style.slice(opening.length)
  return `${openEnd(applied)}>${wrapped}</${prefix}xf>`
}

function readStyles(xml: string) {
  const list = (): StyleList => ({ tag: null, contentEnd: 0, members: [] })
  const lists = { numFmts: list(), fonts: list(), cellXfs: list() }
  const spelt = new Map<number, string>()
  const framed: boolean[] = []
  const styles: Readonly<Record<string, string>>[] = []
  let root: XmlTag | null = null
  let open: StyleList | null = null
  let member: XmlTag | null = null
  walkXml(xml, {
    open: (tag) => {
      const { name, attributes } = tag
      root ??= tag
      if (open !== null) member ??= tag
      if (name === 'numFmts' || name === 'fonts' || name === 'cellXfs') {
        open = lists[name]
        open.tag = tag
      } else if (name === 'numFmt' && open === lists.numFmts) {
        const { numFmtId, formatCode = '' } = attributes
        if (formatCode.length > workbookLimits.format.most)
          throw new TooLargeWorkbook('format', `định dạng ${numFmtId}`)
        spelt.set(Number(numFmtId), formatCode)
      } else if (name === 'xf' && open === lists.cellXfs) styles.push(attributes)
      else if (name === 'border') framed.push(false)
      else if (name === 'top' && framed.length > 0) {
        framed[framed.length - 1] ||= (attributes['style'] ?? 'none') !== 'none'
      }
    },
    close: (name, start, end) => {
      if (open === null) return
      if (name === open.tag?.name) {
        open.contentEnd = start
        open = null
      } else if (member !== null && name === member.name) {
        open.members.push(xml.slice(member.start, end))
        member = null
      }
    },
  })
  // Assigned in the walk, which the compiler does not follow.
  return { root: root as XmlTag | null, lists, spelt, framed, styles }
}
