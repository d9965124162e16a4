import { parseClipboard } from '../domain/columns/parse-clipboard.ts'
import { withoutHidden } from '../domain/vietnamese/normalise-input.ts'
import { selectedBlock } from './move-cursor.ts'
import { readCell, writeCell, type CellReading } from '../domain/ballot/read-cell.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import { frameBlock, type FramedBlock } from './frame-block.ts'
import { choiceAt, isWritable, type CellChange, type Choice, type GridBallot, type ScoreGrid } from './score-grid.ts'

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
  /** Filled cells of the block that would fall outside the grid, or are of a row or column that its words do not name. */
  readonly outside: number
  /** What applying the block changes; invalid cells are no part of it. */
  readonly changes: readonly CellChange[]
  /** Whether words around the points say where they belong; `unknown`: there are words, and the points go by their place. */
  readonly words: FramedBlock['words']
}

type PreviewPasteInput = {
  grid: ScoreGrid
  text: string
  keepBlanks: boolean
  /** How the column of a ballot may be headed. */
  namesOf?: (ballot: GridBallot) => readonly string[]
}

/**
 * What pasting a block at the selection would do; writes nothing. One single cell fills the whole selection, as in a
 * spreadsheet; a larger block starts at the selection's first cell, but for what its heads and the words before its rows name:
 * that goes to the member and the criterion. Blanks clear their cell unless `keepBlanks`.
 */
export function previewPaste({ grid, text, keepBlanks, namesOf = () => [] }: PreviewPasteInput): PastePreview {
  const rows = parseClipboard(withoutHidden(text))
  const block = selectedBlock(grid)
  const columns = grid.layout.kind === 'grid' ? grid.layout.columns : [grid.cursor.ballot]
  const single = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
  if (single !== undefined) {
    const height = block.lastRow - block.firstRow + 1
    const filling = Array.from({ length: height }, () => block.columns.map(() => single))
    return previewFramed({ points: filling, columns: null, rows: null, words: 'none' })
  }
  const ballots = columns.map((key) => grid.ballots[key])
  const criteria = ballots.find((ballot) => ballot !== undefined)?.criteria ?? []
  return previewFramed(
    frameBlock(rows, {
      columns: ballots.map((ballot) => (ballot === undefined ? [] : namesOf(ballot))),
      criteria: criteria.map(({ criterion }) => criterion),
    }),
  )

  function previewFramed(framed: FramedBlock): PastePreview {
    const first = columns.indexOf(block.columns[0] ?? grid.cursor.ballot)
    const cells: PastedCell[] = []
    let outside = 0
    for (const [step, line] of framed.points.entries()) {
      const row = framed.rows === null ? block.firstRow + step : (framed.rows[step] ?? null)
      for (const [place, found] of line.entries()) {
        const column = framed.columns === null ? first + place : (framed.columns[place] ?? null)
        const ballot = column === null ? undefined : columns[column]
        const cell = ballot && row !== null ? pastedCell({ grid, ballot, row, found }) : undefined
        if (cell === undefined) outside += found.trim() === '' ? 0 : 1
        else if (!(keepBlanks && found.trim() === '')) cells.push(cell)
      }
    }
    return { cells, outside, changes: cells.flatMap(changeOf), words: framed.words }
  }
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
