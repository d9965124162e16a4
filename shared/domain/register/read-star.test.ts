import { expect, test } from 'vitest'
import { readStar, type StarReading } from './read-star.ts'

const star = (number: number, more = false): StarReading => ({ kind: 'star', star: number, more })

const raised = () => ({ kind: 'star', star: 4, more: false, from: 3 }) as const

test.each<readonly [string, StarReading]>([
  ['4', star(4)],
  ['4 sao', star(4)],
  ['04 sao', star(4)],
  ['4*', star(4)],
  ['****', star(4)],
  ['★★★', star(3)],
  ['★★★☆☆', star(3)],
  ['Bốn sao', star(4)],
  ['BA SAO', star(3)],
  ['Hạng 3 sao', star(3)],
  ['OCOP 3 sao', star(3)],
  ['4 sao (tiềm năng 5 sao)', star(4, true)],
  ['3-4 sao', star(3, true)],
  ['IV', star(4)],
  ['III', star(3)],
  ['Hạng V', star(5)],
  ['Bốn (04) sao', star(4)],
  ['Bốn (03) sao', star(4, true)],
  ['tư sao', star(4)],
  ['4.0', star(4)],
  ["'4", star(4)],
  ...['3 sao -> 4 sao', '3 sao → 4 sao', '3* => 4*', '3 sao lên 4 sao', 'Từ 3 sao lên 4 sao', '3→4'].map(
    (text) => [text, raised()] as const,
  ),
  ['nâng hạng từ 3 lên 4 sao', raised()],
  ['Nâng hạng sao từ 03 sao lên 04 sao', raised()],
  ['3 sao lên 4 sao (đề nghị)', { ...raised(), more: true }],
  ['Nâng hạng lên 4 sao', star(4)],
  ['nâng lên hạng 4 sao', star(4)],
  ['đề nghị nâng hạng lên 4 sao', { kind: 'wrong' }],
  ['4 sao xuống 3 sao', { kind: 'star', star: 3, more: true, from: 4 }],
  ['3 sao -> 6 sao', { kind: 'wrong' }],
  ['4,5', { kind: 'wrong' }],
  ['VI', { kind: 'wrong' }],
  ['Không đạt', { kind: 'none-reached' }],
  ['6 sao', { kind: 'wrong' }],
  ['0', { kind: 'wrong' }],
  ['43', { kind: 'wrong' }],
  ['3,5', { kind: 'wrong' }],
  ['x', { kind: 'wrong' }],
  ['******', { kind: 'wrong' }],
])('%s', (text, reading) => {
  expect(readStar(text)).toEqual(reading)
})
