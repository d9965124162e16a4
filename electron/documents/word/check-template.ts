import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { TemplateFault } from '../../../shared/api/word-templates.ts'
import { openPackage, UnreadableWorkbook, type PackageParts } from '../../workbooks/xlsx/open-package.ts'
import { checkTags, tornList } from './check-tags.ts'
import type { FieldSpec } from './field-spec.ts'
import { templateOptions } from './fill-template.ts'
import { readParagraphs } from './read-paragraphs.ts'

/** Bytes; a template with pictures stays far below. */
export const largestTemplate = 5 * 1024 * 1024

/**
 * What is wrong with an office's template, every fault with its place; empty for one that can be used.
 * @returns null for bytes that are no Word document at all.
 */
export function checkTemplate({
  bytes,
  fields,
}: {
  bytes: Uint8Array
  fields: readonly FieldSpec[]
}): readonly TemplateFault[] | null {
  const parts = openTemplate(bytes)
  if (parts === null) return null
  const own = [
    ...outsideFaults(parts),
    ...partNames.flatMap(({ name, part }) => {
      const xml = parts(name)
      return xml === undefined ? [] : checkTags({ paragraphs: readParagraphs(xml), part, fields })
    }),
  ]
  return own.length > 0 ? own : libraryFaults(bytes)
}

const partNames: readonly { readonly name: string; readonly part: NonNullable<TemplateFault['place']>['part'] }[] = [
  { name: 'word/document.xml', part: 'body' },
  ...Array.from({ length: 9 }, (_, index) => ({ name: `word/header${index + 1}.xml`, part: 'header' as const })),
  ...Array.from({ length: 9 }, (_, index) => ({ name: `word/footer${index + 1}.xml`, part: 'footer' as const })),
]

/** Null for what is no .docx: another file, a damaged or encrypted one, a document with macros. */
function openTemplate(bytes: Uint8Array): PackageParts | null {
  if (bytes.length > largestTemplate) return null
  try {
    const parts = openPackage(bytes)
    const types = parts('[Content_Types].xml') ?? ''
    return types.includes('wordprocessingml.document.main+xml') && parts('word/document.xml') !== undefined
      ? parts
      : null
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return null
    throw error
  }
}

/** A document that fetches a picture or a template when it is opened tells others of it. */
const outsideFaults = (parts: PackageParts): readonly TemplateFault[] =>
  ['word/_rels/document.xml.rels', 'word/_rels/settings.xml.rels'].flatMap((name) =>
    [...(parts(name) ?? '').matchAll(/<Relationship\b[^>]*>/g)]
      .map(([relation]) => relation)
      .filter((relation) => relation.includes('TargetMode="External"') && !/Type="[^"]*\/hyperlink"/.test(relation))
      .map((relation) => ({
        tag: '',
        message: `Mẫu lấy nội dung từ nơi khác khi mở (${/Target="([^"]*)"/.exec(relation)?.[1] ?? ''}). Hãy chèn nội dung đó vào tệp.`,
        place: null,
      })),
  )

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
