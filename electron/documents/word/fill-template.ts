import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import type { FieldValues } from './field-spec.ts'

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
 * A Word document from a template: texts go in where the tags stand, in the template's own type, lists repeat their
 * paragraphs or table rows. Word splits a tag over several runs as it likes; that changes nothing.
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
  const document = new Docxtemplater(new PizZip(template), templateOptions)
  document.render(values)
  return document
}

/** The text ends where its last paragraph or table does; what follows describes the page. */
function addFoot(zip: PizZip, foot: string): void {
  const path = 'word/document.xml'
  const xml = zip.file(path)?.asText() ?? ''
  const end = Math.max(...['</w:p>', '</w:tbl>', '</w:sdt>'].map((tag) => xml.lastIndexOf(tag) + tag.length))
  const type =
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="18"/></w:rPr>'
  const line = `<w:p><w:pPr><w:spacing w:before="120"/></w:pPr><w:r>${type}<w:t>${foot}</w:t></w:r></w:p>`
  zip.file(path, xml.slice(0, end) + line + xml.slice(end))
}
