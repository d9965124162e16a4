import { describe, expect, it } from 'vitest'
import { readKey, type KeyPress } from './read-key.ts'

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('readKey', () => {
  it('reads digits by character and, under Vietnamese layouts, by their place on the board', () => {
    expect(readKey(press('5', 'Numpad5'), 'ballot')).toEqual({ type: 'digit', digit: '5' })
    expect(readKey(press('ă', 'Digit1'), 'ballot')).toEqual({ type: 'digit', digit: '1' })
    expect(readKey(press('Process', 'Digit7'), 'grid')).toEqual({ type: 'digit', digit: '7' })
    expect(readKey(press('%', 'Digit5', { shiftKey: true }), 'ballot')).toBeUndefined()
  })

  it('reads undo and redo', () => {
    expect(readKey(press('z', 'KeyZ', { ctrlKey: true }), 'ballot')).toEqual({ type: 'undo' })
    expect(readKey(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'grid')).toEqual({ type: 'redo' })
    expect(readKey(press('y', 'KeyY', { metaKey: true }), 'grid')).toEqual({ type: 'redo' })
  })

  it('leaves other commands to the window', () => {
    expect(readKey(press('k', 'KeyK', { ctrlKey: true }), 'ballot')).toBeUndefined()
    expect(readKey(press('1', 'Digit1', { altKey: true }), 'ballot')).toBeUndefined()
    expect(readKey(press('1', 'Digit1', { ctrlKey: true }), 'grid')).toBeUndefined()
    expect(readKey(press('F5', 'F5'), 'ballot')).toBeUndefined()
    expect(readKey(press('a', 'KeyA', { ctrlKey: true }), 'ballot')).toBeUndefined()
  })

  it('moves sideways and extends only in the grid', () => {
    expect(readKey(press('ArrowLeft', 'ArrowLeft'), 'ballot')).toBeUndefined()
    expect(readKey(press('ArrowLeft', 'ArrowLeft', { shiftKey: true }), 'grid')).toEqual({
      type: 'move',
      to: 'left',
      extend: true,
    })
  })

  it('takes a digit key of the number pad for its digit, NumLock on or off, and its comma for nothing', () => {
    for (const [key, code] of [
      ['PageDown', 'Numpad3'],
      ['PageUp', 'Numpad9'],
      ['Home', 'Numpad7'],
      ['ArrowDown', 'Numpad2'],
      ['Clear', 'Numpad5'],
    ] as const) {
      expect(readKey(press(key, code), 'ballot')).toEqual({ type: 'digit', digit: code.at(-1) })
      expect(readKey(press(key, code, { shiftKey: true }), 'grid')).toEqual({ type: 'digit', digit: code.at(-1) })
    }
    expect(readKey(press('Delete', 'NumpadDecimal'), 'ballot')).toBeUndefined()
  })
})
