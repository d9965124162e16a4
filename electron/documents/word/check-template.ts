import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { TemplateFault, WordKind } from '../../../shared/api/word-templates.ts'
import { openPackage, type OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import { readRelations } from '../../workbooks/xlsx/open-workbook.ts'
import { UnreadableWorkbook } from '../../workbooks/xlsx/unreadable-workbook.ts'
import { checkTags, tornList } from './check-tags.ts'
import type { FieldSpec } from './field-spec.ts'
import { templateOptions } from './fill-template.ts'
import { readParagraphs } from './read-paragraphs.ts'
import { largestTemplate, wordFields } from './word-documents.ts'

/**
 * What is wrong with an office's template, every fault with its place; empty for one that can be used.
 * @returns null for bytes that are no Word document at all.
 */
export async function checkTemplate(bytes: Uint8Array, kind: WordKind): Promise<readonly TemplateFault[] | null> {
  try {
    const parts = await openTemplate(bytes)
    if (parts === null) return null
    const own = [...(await outsideFaults(parts)), ...(await tagFaults(parts, wordFields[kind]))]
    return own.length > 0 ? own : libraryFaults(bytes)
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return null
    throw error
  }
}

async function tagFaults(parts: OfficePackage, fields: readonly FieldSpec[]): Promise<readonly TemplateFault[]> {
  const faults: TemplateFault[] = []
  for (const { name, part } of partNames) {
    const xml = await parts.readText(name)
    if (xml !== undefined) faults.push(...checkTags({ paragraphs: readParagraphs(xml), part, fields }))
  }
  return faults
}

const partNames: readonly { readonly name: string; readonly part: NonNullable<TemplateFault['place']>['part'] }[] = [
  { name: 'word/document.xml', part: 'body' },
  ...Array.from({ length: 9 }, (_, index) => ({ name: `word/header${index + 1}.xml`, part: 'header' as const })),
  ...Array.from({ length: 9 }, (_, index) => ({ name: `word/footer${index + 1}.xml`, part: 'footer' as const })),
]

/** Null for another file than a .docx, such as a document with macros. @throws UnreadableWorkbook */
async function openTemplate(bytes: Uint8Array): Promise<OfficePackage | null> {
  if (bytes.length > largestTemplate) return null
  const parts = await openPackage(bytes)
  const types = (await parts.readText('[Content_Types].xml')) ?? ''
  const isDocument = types.includes('wordprocessingml.document.main+xml')
  return isDocument && (await parts.readText('word/document.xml')) !== undefined ? parts : null
}

/** A document that fetches a picture or a template when it is opened tells others of it. */
async function outsideFaults(parts: OfficePackage): Promise<readonly TemplateFault[]> {
  const relations = [
    ...(await readRelations(parts, 'word/document.xml')),
    ...(await readRelations(parts, 'word/settings.xml')),
  ]
  return relations
    .filter(({ isExternal, kind }) => isExternal && kind !== 'hyperlink')
    .map(({ target }) => ({
      tag: '',
      message: `Mẫu lấy nội dung từ nơi khác khi mở (${target}). Hãy chèn nội dung đó vào tệp.`,
      place: null,
    }))
}

/** What only the library sees, such as a list that begins in one table and ends outside of it. */
function libraryFaults(bytes: Uint8Array): readonly TemplateFault[] {
  try {
    const compiled = new Docxtemplater(new PizZip(bytes), templateOptions)
    compiled.render({})
    return []
  } catch (error) {
    const { properties } = error as { readonly properties?: { readonly errors?: readonly LibraryError[] } }
    const errors = properties?.errors ?? [error as LibraryError]
    return errors.map(({ properties: facts }) => ({
      tag: facts?.xtag === undefined ? '' : `{${facts.xtag}}`,
      message: libraryMessages[facts?.id ?? ''] ?? 'Thẻ này đặt sai chỗ nên không điền được.',
      place: null,
    }))
  }
}

type LibraryError = { readonly properties?: { readonly id?: string; readonly xtag?: string } }

const libraryMessages: Readonly<Record<string, string>> = {
  loop_position_invalid: tornList,
  no_xml_tag_found_at_left: 'Thẻ mở của danh sách đặt ở chỗ không lặp lại được.',
  no_xml_tag_found_at_right: 'Thẻ đóng của danh sách đặt ở chỗ không lặp lại được.',
}
