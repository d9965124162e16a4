import { expect, test } from 'vitest'
import { isMenuKey } from './menu-key.ts'

const f10 = { type: 'keyDown', key: 'F10', isAutoRepeat: false, alt: false, control: false, meta: false, shift: false }

test('F10 opens the menu', () => expect(isMenuKey(f10)).toBe(true))

test.each([
  { type: 'keyUp' },
  { key: 'Alt' },
  { key: '1', alt: true },
  { isAutoRepeat: true },
  { alt: true },
  { control: true },
  { meta: true },
  { shift: true },
])('%j is no key of the menu', (other) => expect(isMenuKey({ ...f10, ...other })).toBe(false))
