import type { CellModel, ListModel, SheetModel } from '../xlsx/write-xlsx.ts'
import { cellLooks } from './cell-looks.ts'

type TitledSheet = {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly frozenColumns?: number
  readonly rows: readonly (readonly CellModel[])[]
  readonly isLocked?: boolean
  readonly lists?: readonly ListModel[]
}

/** A sheet with a row of titles over its columns, which stays in sight; a locked one repeats it on each page. */
export function titledSheet(sheet: TitledSheet): SheetModel {
  const { name, columns, frozenColumns = 0, rows, isLocked = false, lists = [] } = sheet
  const titles = columns.map(({ title }) => ({ value: title, style: cellLooks.title }))
  return {
    name,
    columns,
    rows: [{ cells: titles, height: 33 }, ...rows.map((cells) => ({ cells, height: 'fitted' as const }))],
    frozen: { rows: 1, columns: frozenColumns },
    titleRow: isLocked ? 1 : null,
    isLocked,
    lists,
  }
}
