import { readRelations, type OpenWorkbook } from './open-workbook.ts'
import type { ReadSheet } from './read-xlsx.ts'
import { walkXml } from './xml.ts'

/** Addresses of the cells of a sheet that bear a comment. */
export async function commentedCells({ parts }: OpenWorkbook, sheet: ReadSheet): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const { kind, target } of await readRelations(parts, sheet.path)) {
    const xml = kind === 'comments' ? await parts.readText(target) : undefined
    if (xml === undefined) continue
    walkXml(xml, {
      open: ({ name, attributes }) => {
        if (name === 'comment' && attributes['ref'] !== undefined) found.add(attributes['ref'])
      },
    })
  }
  return [...found]
}

/** Areas of a sheet and its tables of which a filter shows some rows only. */
export async function activeFilters({ parts }: OpenWorkbook, sheet: ReadSheet): Promise<readonly string[]> {
  const found = new Set<string>()
  const tables = (await readRelations(parts, sheet.path)).filter(({ kind }) => kind === 'table')
  for (const xml of [sheet.xml, ...(await Promise.all(tables.map(({ target }) => parts.readText(target))))]) {
    if (xml === undefined || !xml.includes('filterColumn')) continue
    let area = ''
    walkXml(xml, {
      open: ({ name, attributes }) => {
        if (name === 'autoFilter') area = attributes['ref'] ?? ''
        else if (criteria.has(name) && area !== '') found.add(area)
      },
      close: (name) => {
        if (name === 'autoFilter') area = ''
      },
    })
  }
  return [...found]
}

/** What a filter may ask of a column; one that asks nothing only shows or hides its button. */
const criteria = new Set(['filters', 'customFilters', 'top10', 'dynamicFilter', 'colorFilter', 'iconFilter'])
