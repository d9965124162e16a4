import { posix } from 'node:path'
import { openPackage, partKey, type OfficePackage } from './open-package.ts'
import { atPlace, UnreadableWorkbook } from './unreadable-workbook.ts'
import { attributeOf, isOn, walkXml, type XmlVisitor } from './xml.ts'

/** A workbook's parts, found by their relationships: no name of a part is taken for granted. */
export type OpenWorkbook = {
  readonly parts: OfficePackage
  /** Name of the workbook's own part. */
  readonly path: string
  readonly xml: string
  /** In the order of their tabs, chart sheets among them. */
  readonly sheets: readonly SheetPart[]
  /** The name of the sheet that is in front when the workbook is opened. */
  readonly activeSheet: string
  readonly is1904: boolean
  readonly relations: readonly Relation[]
}

export type SheetPart = {
  readonly name: string
  readonly isHidden: boolean
  readonly path: string
  readonly hasCells: boolean
}

/** `kind`: the last word of the relationship's type, which `type` is whole; `target`: the part's name in the package. */
export type Relation = {
  readonly id: string
  readonly kind: string
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

/** Throws `UnreadableWorkbook` for anything that is not a workbook of a bearable size. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const parts = await openPackage(bytes)
  const root = (await readRelations(parts, '')).find(({ kind }) => kind === 'officeDocument')
  const path = root?.target ?? 'xl/workbook.xml'
  if (/\.bin$/i.test(path)) throw new UnreadableWorkbook('xlsb')
  const xml = await parts.readText(path)
  if (parts.names.some((name) => partKey(name) === 'word/document.xml')) throw new UnreadableWorkbook('word')
  if (xml === undefined && (await parts.readText('mimetype'))?.includes('opendocument.spreadsheet') === true)
    throw new UnreadableWorkbook('ods')
  if (xml === undefined || /^ppt\//i.test(path)) throw new UnreadableWorkbook('not-xlsx')
  const relations = await readRelations(parts, path)
  const sheets: SheetPart[] = []
  let is1904 = false
  let active: number | null = null
  const visitor: XmlVisitor = {
    open: (tag) => {
      if (tag.name === 'workbookView') active ??= Number(tag.attributes['activeTab'] ?? 0)
      if (tag.name === 'workbookPr') is1904 = isOn(tag.attributes['date1904'])
      if (tag.name !== 'sheet') return
      const relation = relations.find(({ id }) => id === attributeOf(tag, 'id'))
      if (relation === undefined) return
      sheets.push({
        name: (tag.attributes['name'] ?? '').slice(0, longestName),
        isHidden: (tag.attributes['state'] ?? 'visible') !== 'visible',
        path: relation.target,
        hasCells: relation.kind === 'worksheet',
      })
    },
  }
  atPlace(path, () => walkXml(xml, visitor))
  if (new Set(sheets.map(({ path }) => partKey(path))).size < sheets.length) throw new UnreadableWorkbook('damaged')
  return { parts, path, xml, sheets, activeSheet: sheets[active ?? 0]?.name ?? '', is1904, relations }
}

/** Of a sheet; spreadsheet programs allow 31 characters. */
const longestName = 255

/** What a part refers to; `''` for the package itself. */
export async function readRelations(parts: OfficePackage, path: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(path)
  const name = posix.join(folder, '_rels', `${posix.basename(path)}.rels`)
  const xml = await parts.readText(name)
  const relations: Relation[] = []
  if (xml === undefined) return relations
  const visitor: XmlVisitor = {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
      const isExternal = mode !== undefined && mode.toLowerCase() !== 'internal'
      const place = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id, kind: type.split('/').at(-1) ?? '', type, target: isExternal ? target : place, isExternal })
    },
  }
  atPlace(name, () => walkXml(xml, visitor))
  return relations
}
