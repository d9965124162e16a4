import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import type { FieldValues } from './field-spec.ts'
import { setRuns } from './run-style.ts'

/** How every template is read: while it is tested on import and while it is filled. */
export const templateOptions = {
  paragraphLoop: true,
  linebreaks: true,
  stripInvalidXMLChars: true,
  errorLogging: false,
  nullGetter: () => '',
  parser: (tag: string) => {
    // As `checkTags` reads it: what stands around the name is nothing.
    const name = tag.trim()
    return {
      // Only what the values hold themselves: `{constructor}` is no field.
      get: (scope: unknown): unknown =>
        typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
          ? (scope as Readonly<Record<string, unknown>>)[name]
          : undefined,
    }
  },
}

/**
 * A Word document from a template: texts go in where the tags stand, in the template's own type but for what the document
 * sets in bold, italics or small; lists repeat their paragraphs or table rows. Word splits a tag over several runs as it likes; that changes nothing.
 * @param foot a small line at the end, whatever the template; empty for none.
 * @throws Error for a template that was not tested with `checkTemplate`.
 */
export function fillTemplate(template: Uint8Array, values: FieldValues, foot = ''): Uint8Array<ArrayBuffer> {
  const document = render(template, values)
  if (foot !== '') addFoot(document.getZip(), foot)
  return new Uint8Array(document.toUint8Array())
}

/** The same as the parts of the file that it would be: what the program made itself is under no limit. */
export function fillParts(template: Uint8Array, values: FieldValues): OfficePackage {
  const zip = render(template, values).getZip()
  return {
    names: Object.keys(zip.files),
    readBytes: (name) => Promise.resolve(zip.file(name)?.asUint8Array() as Uint8Array<ArrayBuffer> | undefined),
    readText: (name) => Promise.resolve(zip.file(name)?.asText()),
  }
}

function render(template: Uint8Array, values: FieldValues): Docxtemplater<PizZip> {
  const zip = new PizZip(template)
  const xml = zip.file(body)?.asText() ?? ''
  zip.file(body, partSections(xml))
  const document = new Docxtemplater(zip, templateOptions)
  document.render(values)
  const filled = document.getZip()
  for (const name of Object.keys(filled.files).filter((name) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(name),
  )) {
    filled.file(name, setRuns(filled.file(name)?.asText() ?? ''))
  }
  return document
}

const body = 'word/document.xml'

/**
 * LibreOffice saves the end of a section in the paragraph before it. Where that is the tag that opens a list, the section
 * belongs to each entry of the list, which has to begin a page, not to end with a blank one.
 */
function partSections(xml: string): string {
  return xml.replace(/<w:p(?: [^>]*)?>(?:(?!<\/w:p>).)*?<\/w:p>/gs, (paragraph) => {
    const [section] = /<w:sectPr(?:(?!<\/w:sectPr>).)*<\/w:sectPr>/s.exec(paragraph) ?? []
    const [properties] = /<w:pPr>.*?<\/w:pPr>/s.exec(paragraph) ?? []
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, piece]) => piece).join('')
    if (section === undefined || properties === undefined || !/^\s*\{[#^][^{}]+\}\s*$/.test(text)) return paragraph
    return `${paragraph.replace(section, '')}<w:p>${properties}</w:p>`
  })
}

/**
 * The text ends where its last paragraph or table does; what follows describes the page. The line stays with what stands
 * last, and would otherwise be a page by itself where that fills its own: below signatures within their first cell, since
 * LibreOffice holds no single row on the page of what follows it.
 */
function addFoot(zip: PizZip, foot: string): void {
  const xml = zip.file(body)?.asText() ?? ''
  const end = Math.max(...['</w:p>', '</w:tbl>', '</w:sdt>'].map((tag) => xml.lastIndexOf(tag) + tag.length))
  const said = xml.lastIndexOf('<w:t', xml.lastIndexOf('</w:t>', end))
  const type =
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="18"/></w:rPr>'
  const line = `<w:p><w:pPr><w:spacing w:before="120"/></w:pPr><w:r>${type}<w:t>${foot}</w:t></w:r></w:p>`
  const row = xml.lastIndexOf('<w:tr', said)
  if (row >= 0 && xml.lastIndexOf('</w:tr>', said) < row) {
    const cell = xml.indexOf('</w:tc>', row)
    if (isSigned(xml, row)) zip.file(body, xml.slice(0, cell) + line + xml.slice(cell))
    else zip.file(body, xml.slice(0, row) + keepNext(xml.slice(row, end)) + line + xml.slice(end))
  } else {
    const paragraph = Math.max(0, ...['<w:p>', '<w:p '].map((tag) => xml.lastIndexOf(tag, said)))
    zip.file(body, xml.slice(0, paragraph) + keepNext(xml.slice(paragraph, end)) + line + xml.slice(end))
  }
}

/** A row of two cells without lines sets signatures, or recipients and a signature, beside each other. */
function isSigned(xml: string, row: number): boolean {
  const table = xml.slice(xml.lastIndexOf('<w:tbl>', row), row)
  const cells = xml.slice(row, xml.indexOf('</w:tr>', row)).match(/<w:tc[ >]/g) ?? []
  return cells.length === 2 && !/<w:tblBorders|<w:tblStyle/.test(table)
}

/** Paragraphs that stay on the page of what follows. */
function keepNext(xml: string): string {
  return xml
    .replace(/<w:p( [^>]*)?\/>/g, '<w:p$1></w:p>')
    .replace(/<w:p(?: [^>]*)?>(?!<w:pPr>)/g, '$&<w:pPr></w:pPr>')
    .replace(/<w:pPr>(?:<w:pStyle [^>]*\/>(?!<w:keepNext)|(?!<w:pStyle|<w:keepNext))/g, '$&<w:keepNext/>')
}
