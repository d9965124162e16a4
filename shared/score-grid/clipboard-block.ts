import { parseClipboard } from '../domain/columns/parse-clipboard.ts'
import { withoutHidden } from '../domain/vietnamese/normalise-input.ts'
import { selectedBlock } from './move-cursor.ts'
import { readCell, writeCell, type CellReading } from '../domain/ballot/read-cell.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import { choiceAt, isWritable, type CellChange, type Choice, type ScoreGrid } from './score-grid.ts'

/** One pasted cell against the cell that it would change. */
export type PastedCell = {
  readonly ballot: BallotKey
  readonly row: number
  readonly from: Choice
  /** The text in the clipboard. */
  readonly found: string
  readonly outcome:
    | { readonly kind: 'change'; readonly to: Choice }
    | { readonly kind: 'same' }
    | { readonly kind: 'read-only' }
    | Exclude<CellReading, { kind: 'choice' }>
}

export type PastePreview = {
  /** Row by row. */
  readonly cells: readonly PastedCell[]
  /** Filled cells of the block that would fall outside the grid. */
  readonly outside: number
  /** What applying the block changes; invalid cells are no part of it. */
  readonly changes: readonly CellChange[]
}

type PreviewPasteInput = {
  grid: ScoreGrid
  text: string
  keepBlanks: boolean
}

/**
 * What pasting a block at the selection would do; writes nothing. One single cell fills the whole selection, as in a
 * spreadsheet; a larger block starts at the selection's first cell. Blanks clear their cell unless `keepBlanks`.
 */
export function previewPaste({ grid, text, keepBlanks }: PreviewPasteInput): PastePreview {
  const rows = parseClipboard(withoutHidden(text))
  const block = selectedBlock(grid)
  const columns = grid.layout.kind === 'grid' ? grid.layout.columns : [grid.cursor.ballot]
  const single = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
  const height = single === undefined ? rows.length : block.lastRow - block.firstRow + 1
  const cells: PastedCell[] = []
  let outside = 0
  for (let step = 0; step < height; step += 1) {
    const line = single === undefined ? (rows[step] ?? []) : block.columns.map(() => single)
    for (const [place, found] of line.entries()) {
      const firstColumn = block.columns[0] ?? grid.cursor.ballot
      const ballot = columns[columns.indexOf(firstColumn) + place]
      const cell = ballot && pastedCell({ grid, ballot, row: block.firstRow + step, found })
      if (cell === undefined) outside += found.trim() === '' ? 0 : 1
      else if (!(keepBlanks && found.trim() === '')) cells.push(cell)
    }
  }
  return { cells, outside, changes: cells.flatMap(changeOf) }
}

/** The selected cells as a spreadsheet reads them: tabs and line ends. */
export function copyBlock(grid: ScoreGrid): string {
  const { columns, firstRow, lastRow } = selectedBlock(grid)
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_row, step) => firstRow + step)
  return rows
    .map((row) =>
      columns
        .map((key) => {
          const ballot = grid.ballots[key]
          const place = ballot?.criteria[row]
          if (ballot === undefined || place === undefined) return ''
          const { criteriaCase } = ballot
          return writeCell({ criterion: place.criterion, criteriaCase, choice: choiceAt(ballot, row) })
        })
        .join('\t'),
    )
    .join('\r\n')
}

type PastedCellInput = {
  grid: ScoreGrid
  ballot: BallotKey
  row: number
  found: string
}

function pastedCell({ grid, ballot: key, row, found }: PastedCellInput): PastedCell | undefined {
  const ballot = grid.ballots[key]
  const place = ballot?.criteria[row]
  if (ballot === undefined || place === undefined) return undefined
  const from = choiceAt(ballot, row)
  const reading = readCell({ criterion: place.criterion, criteriaCase: ballot.criteriaCase, cell: found })
  return { ballot: key, row, from, found, outcome: outcomeOf({ reading, from, isWritable: isWritable(ballot) }) }
}

function outcomeOf(cell: { reading: CellReading; from: Choice; isWritable: boolean }): PastedCell['outcome'] {
  if (cell.reading.kind !== 'choice') return cell.reading
  if (cell.reading.choice === cell.from) return { kind: 'same' }
  return cell.isWritable ? { kind: 'change', to: cell.reading.choice } : { kind: 'read-only' }
}

const changeOf = ({ ballot, row, from, outcome }: PastedCell): readonly CellChange[] =>
  outcome.kind === 'change' ? [{ ballot, row, from, to: outcome.to }] : []
