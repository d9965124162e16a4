import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { TemplateCheck, TemplateFault, WordKind } from '../../../shared/api/word-templates.ts'
import { allowedText, templateLimits, workbookLimits } from '../../file-limits.ts'
import { openPackage, partKey, type OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import { TooLargeWorkbook, UnreadableWorkbook } from '../../workbooks/xlsx/unreadable-workbook.ts'
import { contentFaults } from './check-content.ts'
import { checkTags, tornList } from './check-tags.ts'
import { dropAttachedTemplate } from './drop-attached-template.ts'
import type { FieldSpec } from './field-spec.ts'
import { templateOptions } from './fill-template.ts'
import { readParagraphs, type WordParagraph } from './read-paragraphs.ts'
import { findUnprintable } from '../unprintable.ts'
import { findNotDrawn } from '../word-pdf/word-sections.ts'
import { wordFields } from './word-documents.ts'

/** `bytes`: as they are kept, without the link that Word writes to the template that a document was made from. */
export type CheckedTemplate = TemplateCheck & { readonly bytes: Uint8Array }

type TakenTemplate = {
  readonly file: Uint8Array
  readonly kind: WordKind
  /** Absolute path of the resources folder, where the fonts stand. */
  readonly resources: string
}

/** A template as it would be kept, with what is wrong with it; null for bytes that are no Word document at all. */
export async function takeTemplate({ file, kind, resources }: TakenTemplate): Promise<CheckedTemplate | null> {
  const bytes = await dropAttachedTemplate(file)
  const faults = await checkTemplate(bytes, kind)
  if (faults === null) return null
  if (faults.length > 0) return { bytes, faults, notDrawn: [], unprintable: [], hasTags: true }
  const parts = await openPackage(bytes, templateLimits)
  const paragraphs = (await textsIn(parts)).flatMap((text) => text.paragraphs)
  return {
    bytes,
    faults,
    notDrawn: await findNotDrawn(parts, resources),
    unprintable: findUnprintable(
      paragraphs.map(({ text }) => text),
      resources,
    ),
    hasTags: hasTag(paragraphs),
  }
}

const hasTag = (paragraphs: readonly WordParagraph[]): boolean => paragraphs.some(({ text }) => text.includes('{'))

/**
 * What is wrong with an office's template, every fault with its place; empty for one that can be used.
 * @returns null for bytes that are no Word document at all.
 */
export async function checkTemplate(bytes: Uint8Array, kind: WordKind): Promise<readonly TemplateFault[] | null> {
  try {
    const parts = await openPackage(bytes, templateLimits)
    const content = await contentFaults(parts)
    if (content === null) return null
    const own = [...content, ...(await tagFaults(parts, wordFields[kind]))]
    return own.length > 0 ? own : libraryFaults(bytes)
  } catch (error) {
    if (error instanceof TooLargeWorkbook) return [tooLarge(error)]
    if (error instanceof UnreadableWorkbook) return null
    throw error
  }
}

async function tagFaults(parts: OfficePackage, fields: readonly FieldSpec[]): Promise<readonly TemplateFault[]> {
  return (await textsIn(parts)).flatMap((text) => checkTags({ ...text, fields }))
}

type TextOfPart = { readonly paragraphs: readonly WordParagraph[]; readonly part: 'body' | 'header' | 'footer' }

/** The paragraphs of each part in which tags are filled. */
async function textsIn(parts: OfficePackage): Promise<readonly TextOfPart[]> {
  const texts: TextOfPart[] = []
  for (const name of parts.names.toSorted()) {
    const [, kind] = /^word\/(document|header|footer)\d*\.xml$/.exec(partKey(name)) ?? []
    const part = kind === 'header' || kind === 'footer' ? kind : 'body'
    const xml = kind === undefined ? undefined : await parts.readText(name)
    if (xml !== undefined) texts.push({ paragraphs: readParagraphs(xml), part })
  }
  return texts
}

function tooLarge({ limit, places }: TooLargeWorkbook): TemplateFault {
  const most = { ...workbookLimits, ...templateLimits }[limit]
  const place = places.length === 0 ? '' : ` (${places.join(', ')})`
  return { tag: '', message: `${most.fault}${place}. ${allowedText(most)}.`, place: null }
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
