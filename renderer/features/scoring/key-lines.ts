/** A key, or keys, and the name of what they do (`scoring:keys.…`). The foot shows the first ones, "?" all. */
export type KeyLine = { readonly keys: string; readonly does: string; readonly isInFoot: boolean }

const line = (keys: string, does: string, isInFoot = false): KeyLine => ({ keys, does, isInFoot })

export const keyLines = {
  ballot: [
    line('0–9', 'points', true),
    line('↑ ↓', 'move', true),
    line('⌫', 'erase', true),
    line('Ctrl+Z', 'undo', true),
    line('Enter', 'confirm', true),
    line('PgDn', 'nextBallot', true),
    line('PgUp', 'previousBallot'),
    line('1 0', 'twoDigits'),
    line('a b c', 'letter'),
    line('Delete', 'clear'),
    line('Home / End', 'ends'),
    line('Ctrl+Y', 'redo'),
    line('M', 'reopen'),
    line('K', 'paper'),
    line('H', 'history'),
    line('P', 'jump'),
    line('L', 'grid'),
    line('T', 'board'),
    line('Esc', 'escape'),
  ],
  grid: [
    line('0–9', 'pointsInCell', true),
    line('← ↑ ↓ →', 'moveCell', true),
    line('Ctrl+V', 'paste', true),
    line('Ctrl+C', 'copy', true),
    line('Ctrl+Z', 'undo', true),
    line('Enter', 'down'),
    line('Tab', 'right'),
    line('Shift + ← ↑ ↓ →', 'extend'),
    line('Ctrl+A', 'selectAll'),
    line('Ctrl+Enter', 'confirmColumn'),
    line('Delete', 'clearCells'),
    line('Home / End', 'rowEnds'),
    line('Ctrl+Home / Ctrl+End', 'columnEnds'),
    line('Ctrl+Y', 'redo'),
    line('PgUp / PgDn', 'products'),
    line('L', 'ballot'),
    line('P', 'jump'),
    line('T', 'board'),
    line('Esc', 'escape'),
  ],
} as const satisfies Readonly<Record<'ballot' | 'grid', readonly KeyLine[]>>
