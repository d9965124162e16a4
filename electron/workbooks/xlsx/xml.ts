import { SaxesParser } from 'saxes'
import { UnreadableWorkbook } from './unreadable-workbook.ts'

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
}

/**
 * Reads a part of an Office document from front to end: entities decoded, names without the prefix that some programs
 * give them. Throws `UnreadableWorkbook` for what is no XML, and for a document type, whose entities could expand without
 * end: no office program writes one.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  let start = 0
  parser.on('opentagstart', () => (start = xml.lastIndexOf('<', parser.position - 1)))
  parser.on('opentag', ({ name, attributes }) =>
    visitor.open?.({ ...partsOf(name), attributes, start, end: parser.position }),
  )
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const end = parser.position
    visitor.close?.(partsOf(name).name, isSelfClosing ? end : xml.lastIndexOf('<', end - 1), end)
  })
  if (visitor.text !== undefined) {
    parser.on('text', visitor.text)
    parser.on('cdata', visitor.text)
  }
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('damaged')
  })
  try {
    parser.write(xml).close()
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('damaged', error)
  }
}

/** The attribute of that local name: `r:id` for `id`. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => partsOf(key).name === name)?.[1]
}

/** `true` and `1`. */
export function isOn(value: string | undefined): boolean {
  return value === 'true' || value === '1'
}

function partsOf(name: string): { readonly prefix: string; readonly name: string } {
  const at = name.indexOf(':') + 1
  return { prefix: name.slice(0, at), name: name.slice(at) }
}
