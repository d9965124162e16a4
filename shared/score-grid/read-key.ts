import type { GridAction } from './grid-step.ts'

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
  if (press.altKey) return undefined
  if (press.ctrlKey || press.metaKey) return readCommand(press, layout)
  const digit = digitOf(press)
  if (digit !== undefined) return { type: 'digit', digit }
  return layout === 'ballot' ? readBallotKey(press) : readGridKey(press)
}

function digitOf({ key, code, shiftKey }: KeyPress): string | undefined {
  if (/^[0-9]$/.test(key)) return key
  return shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
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

function readBallotKey({ key, code }: KeyPress): GridAction | undefined {
  switch (key) {
    case 'ArrowUp':
      return { type: 'move', to: 'up' }
    case 'ArrowDown':
      return { type: 'move', to: 'down' }
    case 'Home':
      return { type: 'move', to: 'top' }
    case 'End':
      return { type: 'move', to: 'bottom' }
    case 'Enter':
      return { type: 'enter' }
    case 'Backspace':
      return { type: 'erase' }
    case 'Delete':
      return { type: 'clear' }
    case 'Escape':
      return { type: 'escape' }
    default: {
      const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
      return letter === undefined ? undefined : { type: 'letter', letter }
    }
  }
}

function readGridKey({ key, code, shiftKey }: KeyPress): GridAction | undefined {
  switch (key) {
    case 'ArrowUp':
      return { type: 'move', to: 'up', extend: shiftKey }
    case 'ArrowDown':
      return { type: 'move', to: 'down', extend: shiftKey }
    case 'ArrowLeft':
      return { type: 'move', to: 'left', extend: shiftKey }
    case 'ArrowRight':
      return { type: 'move', to: 'right', extend: shiftKey }
    case 'Home':
      return { type: 'move', to: 'row-start', extend: shiftKey }
    case 'End':
      return { type: 'move', to: 'row-end', extend: shiftKey }
    default:
      return readBallotKey({ key, code, shiftKey, altKey: false, ctrlKey: false, metaKey: false })
  }
}
