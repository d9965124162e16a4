import type { GridStep } from './grid-step.ts'
import { choiceAt, isWritable, type CellChange, type GridBallot, type ScoreGrid } from './score-grid.ts'

/** Writes changes as one step of undo, leaving out those that change nothing and those of ballots that cannot change. */
export function applyChanges(grid: ScoreGrid, wanted: readonly CellChange[]): GridStep {
  const changes = wanted.filter(({ ballot: key, row, to }) => {
    const ballot = grid.ballots[key]
    return ballot !== undefined && isWritable(ballot) && row < ballot.criteria.length && choiceAt(ballot, row) !== to
  })
  if (changes.length === 0) return { grid, effects: [] }
  return {
    grid: {
      ...grid,
      ballots: writeChanges(grid.ballots, changes),
      past: [...grid.past, { kind: 'choices', changes, cursor: grid.cursor }],
      future: [],
    },
    effects: [{ kind: 'save', changes }],
  }
}

/** The ballots with those cells written; ballots that no change names keep their identity. */
export function writeChanges(ballots: ScoreGrid['ballots'], changes: readonly CellChange[]): ScoreGrid['ballots'] {
  const written: Record<string, GridBallot> = { ...ballots }
  for (const { ballot: key, row, to } of changes) {
    const ballot = written[key]
    if (ballot === undefined) continue
    const choices = ballot.criteria.map((_criterion, index) => (index === row ? to : choiceAt(ballot, index)))
    written[key] = { ...ballot, choices, state: ballot.state === 'none' ? 'draft' : ballot.state }
  }
  return written
}
