import { posix } from 'node:path'
import { openPackage, type OfficePackage } from './open-package.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'
import { attributeOf, isOn, walkXml } from './xml.ts'

/** A workbook's parts, found by their relationships: no name of a part is taken for granted. */
export type OpenWorkbook = {
  readonly parts: OfficePackage
  /** Name of the workbook's own part. */
  readonly path: string
  readonly xml: string
  /** In the order of their tabs, chart sheets among them. */
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
  readonly relations: readonly Relation[]
}

export type SheetPart = {
  readonly name: string
  readonly isHidden: boolean
  readonly path: string
  readonly hasCells: boolean
}

/** `kind`: the last word of the relationship's type; `target`: the part's name in the package. */
export type Relation = {
  readonly id: string
  readonly kind: string
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
  if (xml === undefined || /^(word|ppt)\//i.test(path)) throw new UnreadableWorkbook('not-xlsx')
  const relations = await readRelations(parts, path)
  const sheets: SheetPart[] = []
  let is1904 = false
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'workbookPr') is1904 = isOn(tag.attributes['date1904'])
      if (tag.name !== 'sheet') return
      const relation = relations.find(({ id }) => id === attributeOf(tag, 'id'))
      if (relation === undefined) return
      sheets.push({
        name: tag.attributes['name'] ?? '',
        isHidden: (tag.attributes['state'] ?? 'visible') !== 'visible',
        path: relation.target,
        hasCells: relation.kind === 'worksheet',
      })
    },
  })
  return { parts, path, xml, sheets, is1904, relations }
}

/** What a part refers to; `''` for the package itself. */
export async function readRelations(parts: OfficePackage, path: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(path)
  const xml = await parts.readText(posix.join(folder, '_rels', `${posix.basename(path)}.rels`))
  const relations: Relation[] = []
  if (xml === undefined) return relations
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
      const isExternal = mode === 'External'
      const place = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id, kind: type.split('/').at(-1) ?? '', target: isExternal ? target : place, isExternal })
    },
  })
  return relations
}
