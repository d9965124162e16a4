import { expect, test } from 'vitest'
import { isReason } from './is-reason.ts'

test.each(['Bao bì chưa đạt', 'x', '3', ' Ốm.', 'Đ', '₫ 5', '⑴', '😀 Ốm', 'ＯＫ'])('“%s” is a reason', (text) => {
  expect(isReason(text)).toBe(true)
})

test.each([
  '',
  ' ',
  '.',
  '…',
  '- –',
  '\n\t',
  '\u00A0',
  '\u200B',
  '\u3164',
  '\u2800',
  '?!',
  '👍',
  '\u0301',
  '😀👩‍🌾',
  '\u200F',
  '\u202E😀',
  '理由',
  'ㅤ',
])('“%s” is none', (text) => {
  expect(isReason(text)).toBe(false)
})
