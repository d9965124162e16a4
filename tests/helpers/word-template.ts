import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import type { WordKind } from '../../shared/api/word-templates.ts'
import { resourcesFolder } from './test-app.ts'

/** A shipped template with changes to its parts, as an office would bring it. */
export function changedTemplate(
  kind: WordKind,
  changes: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(readFileSync(join(resourcesFolder, 'templates', `${kind}.docx`)))
  for (const [name, change] of Object.entries(changes)) zip.file(name, change(zip.file(name)?.asText() ?? ''))
  return new Uint8Array(zip.generate({ type: 'uint8array', compression: 'DEFLATE' }))
}

/** The shipped decision with another body; the page and the styles stay. */
export function templateOf(body: string, changes: Readonly<Record<string, (xml: string) => string>> = {}) {
  const inBody = (xml: string) => xml.replace(/<w:body>.*(<w:sectPr>)/s, `<w:body>${body}$1`)
  const change = changes['word/document.xml'] ?? ((xml: string) => xml)
  return changedTemplate('decision', { ...changes, 'word/document.xml': (xml) => change(inBody(xml)) })
}

/** What a Word file says, a paragraph a line. */
export function wordText(docx: Uint8Array): string {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  return xml
    .replace(/<w:(br|tab)\/>/g, ' ')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
