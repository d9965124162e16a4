import { expect, test } from 'vitest'
import { isMenuKey, pressGuideKey } from './menu-key.ts'

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

test('the guide of the menu is the key F1, pressed in the page', () => {
  const pressed: string[] = []
  const webContents = {
    focus: () => pressed.push('focus'),
    sendInputEvent: ({ type, keyCode }: { readonly type: string; readonly keyCode: string }) =>
      pressed.push(`${type} ${keyCode}`),
  }
  pressGuideKey({ webContents } as never)
  pressGuideKey(null)
  expect(pressed).toEqual(['focus', 'keyDown F1', 'keyUp F1'])
})
