import { readRelations, type OpenWorkbook, type SheetPart } from './open-workbook.ts'
import { walkXml } from './xml.ts'

/** The last column that a drawing on a sheet reaches, 1-based; 0 where nothing is drawn. */
export async function rightmostDrawn({ parts }: OpenWorkbook, sheet: SheetPart): Promise<number> {
  let farthest = 0
  for (const { kind, target } of await readRelations(parts, sheet.path)) {
    const xml = kind === 'drawing' ? await parts.readText(target) : undefined
    if (xml === undefined) continue
    let isColumn = false
    walkXml(xml, {
      open: ({ name }) => (isColumn = name === 'col'),
      text: (text) => {
        if (isColumn && /^\d+$/.test(text.trim())) farthest = Math.max(farthest, Number(text) + 1)
      },
      close: () => (isColumn = false),
    })
  }
  return farthest
}
