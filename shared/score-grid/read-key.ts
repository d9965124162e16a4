import type { GridAction } from './grid-step.ts'
import type { GridMove } from './move-cursor.ts'

/** The facts of a key press that decide what it means; a browser's KeyboardEvent has them all. */
export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * What a key does to the grid; undefined for a key that means nothing here. Digits are also read by their place on the
 * board: on Vietnamese keyboards and under input methods the digit row types letters.
 */
export function readKey(press: KeyPress, layout: 'ballot' | 'grid'): GridAction | undefined {
  if (press.altKey || press.code === 'NumpadDecimal') return undefined
  if (press.ctrlKey || press.metaKey) return readCommand(press, layout)
  const digit = digitOf(press)
  if (digit !== undefined) return { type: 'digit', digit }
  return layout === 'ballot' ? readBallotKey(press) : readGridKey(press)
}

/** A digit key of the number pad, which types Page Up, Home, … where NumLock is off: it is a digit or nothing. */
export function isPadDigit({ code }: Pick<KeyPress, 'code'>): boolean {
  return /^Numpad[0-9]$/.test(code)
}

function digitOf({ key, code, shiftKey }: KeyPress): string | undefined {
  if (/^[0-9]$/.test(key)) return key
  if (isPadDigit({ code })) return code.at(-1)
  return shiftKey ? undefined : /^Digit([0-9])$/.exec(code)?.[1]
}

function readCommand({ code, key, shiftKey }: KeyPress, layout: 'ballot' | 'grid'): GridAction | undefined {
  if (code === 'KeyZ' || key.toLowerCase() === 'z') return { type: shiftKey ? 'redo' : 'undo' }
  if (code === 'KeyY' || key.toLowerCase() === 'y') return { type: 'redo' }
  if (key === 'Home') return { type: 'move', to: 'top', extend: shiftKey }
  if (key === 'End') return { type: 'move', to: 'bottom', extend: shiftKey }
  if (layout === 'ballot') return undefined
  if (code === 'KeyA' || key.toLowerCase() === 'a') return { type: 'select-all' }
  return undefined
}

const ballotKeys: Readonly<Partial<Record<string, GridAction>>> = {
  ArrowUp: { type: 'move', to: 'up' },
  ArrowDown: { type: 'move', to: 'down' },
  Home: { type: 'move', to: 'top' },
  End: { type: 'move', to: 'bottom' },
  Enter: { type: 'enter' },
  Backspace: { type: 'erase' },
  Delete: { type: 'clear' },
  Escape: { type: 'escape' },
}

function readBallotKey({ key, code }: Pick<KeyPress, 'key' | 'code'>): GridAction | undefined {
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  return ballotKeys[key] ?? (letter === undefined ? undefined : { type: 'letter', letter })
}

const gridMoves: Readonly<Partial<Record<string, GridMove>>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row-start',
  End: 'row-end',
}

function readGridKey(press: KeyPress): GridAction | undefined {
  const to = gridMoves[press.key]
  return to === undefined ? readBallotKey(press) : { type: 'move', to, extend: press.shiftKey }
}
