/** A key, or keys, and the name of what they do (`scoring:keys.…`). The foot shows the first ones, "?" all. */
type KeyLine = { readonly keys: string; readonly does: string; readonly isInFoot: boolean }

export type KeyMode = 'ballot' | 'grid' | 'reference'

const line = (keys: string, does: string, isInFoot = false): KeyLine => ({ keys, does, isInFoot })

/** In a grid, whoever's scores stand in it. */
const cells = [
  line('0–9', 'pointsInCell', true),
  line('← ↑ ↓ →', 'moveCell', true),
  line('Ctrl+V', 'paste', true),
  line('Ctrl+C', 'copy', true),
  line('Ctrl+Z', 'undo', true),
  line('Enter', 'down'),
  line('Tab', 'right'),
  line('Shift + ← ↑ ↓ →', 'extend'),
  line('Ctrl+A', 'selectAll'),
]

/** What lies beside what is scored. */
const beside = [line('V', 'evidence', true), line('G', 'side', true)]

const keyLines = {
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
    line('F4 / M', 'reopen'),
    line('F2 / Y', 'opinion'),
    line('K', 'paper'),
    line('H', 'history'),
    line('Q', 'scan'),
    ...beside,
    line('P', 'jump'),
    line('L', 'grid'),
    line('T', 'board'),
    line('Esc', 'escape'),
  ],
  grid: [
    ...cells,
    line('Ctrl+Enter', 'confirmColumn'),
    line('Ctrl+Shift+Enter', 'confirmComplete'),
    line('Delete', 'clearCells'),
    line('Home / End', 'rowEnds'),
    line('Ctrl+Home / Ctrl+End', 'columnEnds'),
    line('Ctrl+Y', 'redo'),
    line('PgUp / PgDn', 'products'),
    ...beside,
    line('L', 'ballot'),
    line('P', 'jump'),
    line('T', 'board'),
    line('Esc', 'escape'),
  ],
  reference: [
    ...cells,
    line('Delete', 'clearCells'),
    line('Ctrl+Y', 'redo'),
    line('PgUp / PgDn', 'products', true),
    ...beside,
    line('L', 'grid'),
    line('T', 'board'),
    line('Esc', 'escape'),
  ],
} as const satisfies Readonly<Record<KeyMode, readonly KeyLine[]>>

/** The keys that act on this page: a clerk's has no log and no dossiers. */
export function keysHere(mode: KeyMode, canReach: (screen: Needed) => boolean): readonly KeyLine[] {
  return keyLines[mode].filter(({ does }) => {
    const screen = needed[does]
    return screen === undefined || canReach(screen)
  })
}

type Needed = '/audit' | '/registrations' | '/sessions/$sessionId/paper'
const needed: Readonly<Record<string, Needed>> = {
  history: '/audit',
  scan: '/sessions/$sessionId/paper',
  evidence: '/registrations',
  side: '/registrations',
}
