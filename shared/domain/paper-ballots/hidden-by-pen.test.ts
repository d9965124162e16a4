import { expect, it } from 'vitest'
import { noInk } from '../../../tests/fixtures/option-ink.ts'
import { hiddenByPen } from './hidden-by-pen.ts'
import type { OptionInk } from './option-ink.ts'

const circle: OptionInk = { ...noInk, amount: 17, width: 8, height: 6, depth: 160, isLoop: true, enclosed: 2 }
const scribble: OptionInk = { ...circle, amount: 36, isLoop: false, depth: 190, cover: 1 }

it.each([
  ['strokes of the page’s pen over a circle', scribble, true],
  ['a stain, paler than the pen', { ...scribble, depth: 120 }, false],
  ['a punched hole', { ...scribble, depth: 236 }, false],
  ['what is larger than a crossing-out', { ...scribble, amount: 60, height: 9 }, false],
  ['a circle', circle, false],
])('tells whether a figure was hidden by a pen: %s', (_, ink, isHidden) => {
  expect(hiddenByPen([circle, circle, circle, ink])(3)).toBe(isHidden)
})

it('tells nothing where the page is black or white', () => {
  const black = { ...circle, depth: 255 }
  expect(hiddenByPen([black, black, { ...scribble, depth: 255 }])(2)).toBe(false)
})
