import { expect, test } from 'vitest'
import { troubleOf } from './download-trouble.ts'

test.each([
  { text: 'http://u:Mat#Khau@proxy:3128', left: 'http://proxy:3128' },
  { text: 'of http://u:mat@khau khác@proxy:3128 refused', left: 'of http://proxy:3128 refused' },
  { text: 'u:p@proxy:3128', left: 'proxy:3128' },
  { text: 'odd', left: 'odd' },
])('no password of an address is shown: $text', ({ text, left }) => {
  expect(troubleOf(new Error('x', { cause: new Error(text) }), 1)).toBe(`lỗi chưa rõ (${left})`)
})
