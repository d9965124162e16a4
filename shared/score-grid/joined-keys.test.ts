import { expect, it } from 'vitest'
import { joinedKeys } from './joined-keys.ts'

it('finds the keys behind a letter of an input method, of Telex and of VNI', () => {
  const keys = { đ: 'd9', Đ: 'd9', â: 'a6', ê: 'e6', ô: 'o6', ă: 'w8', ư: 'w7', á: 's1', ầ: 'f2', ạ: 'j5' }
  for (const [letter, found] of Object.entries(keys)) expect(joinedKeys(letter).join(''), letter).toBe(found)
  for (const key of ['d', 'D', '1', 'Backspace', 'Enter']) expect(joinedKeys(key), key).toEqual([])
})
