import type { ReactNode } from 'react'
import type { CellMark } from './ballot-mark.ts'

/** ● ◐ ○ and their kin, drawn so that they stand on one line; the word stands beside it for those who cannot see it. */
export function BallotMark({ mark, word }: { mark: CellMark; word: string }) {
  return (
    <>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
        {shapes[mark]}
      </svg>
      <span className="visually-hidden">{word}</span>
    </>
  )
}

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />

const shapes: Readonly<Record<CellMark, ReactNode>> = {
  settled: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  confirm: (
    <>
      {ring}
      <circle cx="6" cy="6" r="2.5" fill="currentColor" />
    </>
  ),
  begun: (
    <>
      {ring}
      <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />
    </>
  ),
  empty: ring,
  recused: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="1.75" />,
  absent: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2 1.5" />,
  rejected: <path d="m2 2 8 8M10 2 2 10" stroke="currentColor" strokeWidth="1.75" />,
}
