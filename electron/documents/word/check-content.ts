import type { TemplateFault } from '../../../shared/api/word-templates.ts'
import { partKey, type OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import { readRelations, type Relation } from '../../workbooks/xlsx/open-workbook.ts'
import { atPlace, UnreadableWorkbook } from '../../workbooks/xlsx/unreadable-workbook.ts'
import { walkXml, type XmlTag, type XmlVisitor } from '../../workbooks/xlsx/xml.ts'
import {
  allowedCustomXml,
  allowedFields,
  allowedParts,
  allowedRelations,
  allowedTypes,
  documentType,
  refusedElements,
} from './allowed-content.ts'
import { fieldVisitor } from './read-fields.ts'

type Say = (message: string) => void

/**
 * What a template holds besides text and pictures, by part. Every part is unpacked, so that none is more than the zip's
 * directory says. Null where it is no Word document, or one with macros.
 * @throws UnreadableWorkbook
 */
export async function contentFaults(parts: OfficePackage): Promise<readonly TemplateFault[] | null> {
  const typeOf = await readTypes(parts)
  if (typeOf('word/document.xml') !== documentType) return null
  const messages = new Set<string>()
  const say: Say = (message) => void messages.add(message)
  for (const name of parts.names.filter((name) => !name.endsWith('/'))) {
    const content = await parts.readBytes(name)
    const isRelations = relationsOf(partKey(name)) !== null
    if (!isAllowedPart(partKey(name)) || !isAllowedType(partKey(name), typeOf)) {
      say(`Mẫu chứa thành phần không được dùng: ${name}. Hãy bỏ thành phần đó trong Word rồi lưu lại dạng .docx.`)
    } else if (isRelations) checkRelations(name, await readRelations(parts, relationsOf(name) ?? ''), say)
    else if (content !== undefined && /\.xml$/i.test(name)) checkXml(name, (await parts.readText(name)) ?? '', say)
  }
  return [...messages].map((message) => ({ tag: '', message, place: null }))
}

/** The part that a part of relationships speaks of; null for any other part. */
function relationsOf(name: string): string | null {
  const [, folder, of] = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(name) ?? []
  return of === undefined ? null : `${folder ?? ''}${of}`
}

function isAllowedPart(key: string): boolean {
  const of = relationsOf(key)
  return of === null ? allowedParts.some((pattern) => pattern.test(key)) : of === '' || isAllowedPart(of)
}

function isAllowedType(key: string, typeOf: (key: string) => string | undefined): boolean {
  return key === '[content_types].xml' || allowedTypes.has(typeOf(key) ?? '')
}

/** The type of a part by its name, else by the name's ending. */
async function readTypes(parts: OfficePackage): Promise<(key: string) => string | undefined> {
  const name = '[Content_Types].xml'
  const xml = (await parts.readText(name)) ?? ''
  const known = new Map<string, string>()
  if (xml === '') return () => undefined
  const visitor: XmlVisitor = {
    open: ({ name, attributes: { PartName, Extension, ContentType = '' } }) => {
      if (name === 'Override' && PartName !== undefined) known.set(partKey(PartName), ContentType)
      if (name === 'Default' && Extension !== undefined) known.set(`.${Extension.toLowerCase()}`, ContentType)
    },
  }
  atPlace(name, () => walkXml(xml, visitor))
  return (key) => known.get(key) ?? known.get(`.${key.split('.').at(-1) ?? ''}`)
}

const relationTypes =
  /^http:\/\/(schemas\.openxmlformats\.org\/(officeDocument|package)\/2006|purl\.oclc\.org\/ooxml\/(officeDocument|package)|schemas\.microsoft\.com\/office\/20\d\d(\/\d\d)?)\/relationships\//

function checkRelations(name: string, relations: readonly Relation[], say: Say): void {
  for (const { kind, type, target, isExternal } of relations) {
    const isKnown = allowedRelations.has(kind) && (relationTypes.test(type) || type.includes('/metadata/'))
    if (isExternal && (kind !== 'hyperlink' || !leadsToPage(target))) {
      say(`Mẫu lấy nội dung từ nơi khác khi mở: ${target} (trong ${name}). Hãy chèn nội dung đó vào tệp.`)
    } else if (!isKnown) {
      say(`Mẫu có quan hệ không được dùng: ${kind} (trong ${name}). Hãy bỏ nội dung đó trong Word.`)
    } else if (!isExternal && kind !== 'hyperlink' && !isAllowedPart(partKey(target))) {
      say(`Mẫu dẫn tới thành phần không được dùng: ${target} (trong ${name}). Hãy bỏ nội dung đó trong Word.`)
    }
  }
}

/** What a reader follows by a click, and sees where it leads. */
function leadsToPage(target: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(target.trim())
}

function checkXml(name: string, xml: string, say: Say): void {
  const fields = fieldVisitor((instruction) => {
    const fault = faultOfField(instruction)
    if (fault !== null)
      say(
        `Mẫu có trường không được dùng: ${fault} (trong ${name}). Hãy xóa trường đó, hoặc thay bằng thẻ của chương trình.`,
      )
  })
  let isRoot = true
  const open = (tag: XmlTag) => {
    if (isRoot && /^customxml\/item\d/i.test(partKey(name)) && !isAllowedCustomXml(tag)) {
      say(`Mẫu chứa dữ liệu không được dùng: ${name}. Hãy bỏ dữ liệu XML kèm theo trong Word.`)
    }
    isRoot = false
    if (refusedElements.has(tag.name) || sourceOf(tag) !== null) {
      const what = sourceOf(tag) ?? tag.name
      say(`Mẫu có nội dung không được dùng: ${what} (trong ${name}). Hãy bỏ nội dung đó trong Word.`)
    }
    fields.open(tag)
  }
  try {
    walkXml(xml, { ...fields, open })
  } catch (error) {
    if (error instanceof UnreadableWorkbook) error.places = [name, ...error.places]
    throw error
  }
}

function isAllowedCustomXml({ prefix, attributes }: XmlTag): boolean {
  return allowedCustomXml.has(attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`] ?? '')
}

/** What an older drawing fetches by an address of its own, without a relationship. */
function sourceOf({ attributes }: XmlTag): string | null {
  for (const [key, value] of Object.entries(attributes)) {
    const isAddress = /(^|:)(src|href|althref)$/i.test(key) && /[:\\/]/.test(value)
    if (isAddress && !(/href$/i.test(key) && leadsToPage(value))) return value
  }
  return null
}

/**
 * What is told of a field that is not allowed: its own word, with the column that a mail merge would fill, the path that
 * would be printed, or where a link leads that leads to no page. A link's address that another field makes is unknown.
 */
function faultOfField(instruction: string): string | null {
  const [, word = '', rest = ''] = /^\s*([^\s"\\]*)([^]*)$/.exec(instruction) ?? []
  const name = word.toUpperCase()
  const first = /^\s*"?([^"\s]*)/.exec(rest)?.[1] ?? ''
  if (word.startsWith('=')) return null
  if (name === 'MERGEFIELD') return `MERGEFIELD ${first}`.trim().slice(0, 80)
  if (!allowedFields.has(name)) return word === '' ? 'trường không tên' : word.slice(0, 40)
  if (name === 'FILENAME') return /\\p/i.test(rest) ? 'FILENAME \\p' : null
  const isElsewhere = name === 'HYPERLINK' && !first.startsWith('\\l') && !leadsToPage(first)
  return isElsewhere ? `HYPERLINK ${first}`.trim() : null
}
