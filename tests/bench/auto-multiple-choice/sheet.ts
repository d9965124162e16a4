import type { Box } from '../../../shared/domain/paper-ballots/page-plan.ts'
import { drawStroke, fillRect, type PageCanvas } from '../../paper-marks/page-canvas.ts'
import { seededRandom } from '../seeded-random.ts'

// Answer sheets as auto-multiple-choice's own style lays them out on A4: a disc in each corner, the sheet's three numbers as
// rows of squares in its head, boxes to be filled. Without any words, which it would only have to look past.

/** A page of somebody's copy; `check` guards the two numbers against a square that was misread. */
export type Sheet = { readonly copy: number; readonly page: number; readonly check: number }

/** Millimetres; what is filled is black all over. */
export type Square = { readonly box: Box; readonly isFilled: boolean }

/** Pages of a copy. */
const pagesPerCopy = 4

export function listSheets(count: number): readonly Sheet[] {
  return Array.from({ length: count }, (_, at) => ({
    copy: 1 + Math.floor(at / pagesPerCopy),
    page: 1 + (at % pagesPerCopy),
    check: 60 - (at % 60),
  }))
}

/** A4 in millimetres. */
export const paper = { width: 210, height: 297 }

const disc = 3.6
/** Of the four discs, clockwise from the upper left. */
export const discs: readonly Box[] = (
  [
    [25, 28],
    [paper.width - 25 - disc, 28],
    [paper.width - 25 - disc, paper.height - 18],
    [25, paper.height - 18],
  ] as const
).map(([left, top]) => ({ left, top, width: disc, height: disc }))

export type Digit = Square & { readonly number: number; readonly digit: number }

/** The numbers of the sheet in binary, the highest digit first: the copy's above the page's and the check's. */
export function digitsOf({ copy, page, check }: Sheet): readonly Digit[] {
  const side = 3.2
  const rows = [
    { value: copy, digits: 12, column: 0, row: 0 },
    { value: page, digits: 6, column: 0, row: 1 },
    { value: check, digits: 6, column: 6, row: 1 },
  ]
  return rows.flatMap(({ value, digits, column, row }, at) =>
    Array.from({ length: digits }, (_, digit) => ({
      number: at + 1,
      digit: digit + 1,
      isFilled: ((value >> (digits - 1 - digit)) & 1) === 1,
      box: { left: 80 + (column + digit) * side, top: 13 + row * 4.5, width: side, height: side },
    })),
  )
}

export type Answer = Square & { readonly question: number; readonly answer: number }

const answersPerQuestion = 4

/** The boxes of a sheet: of each question one is filled, another one from sheet to sheet. */
export function answersOf({ copy, page }: Sheet, boxes: number): readonly Answer[] {
  const questions = boxes / answersPerQuestion
  return Array.from({ length: boxes }, (_, at) => {
    const [row, answer] = [Math.floor(at / answersPerQuestion), at % answersPerQuestion]
    const question = (page - 1) * questions + row + 1
    return {
      question,
      answer: answer + 1,
      isFilled: Math.floor(seededRandom(copy * 1000 + question)() * answersPerQuestion) === answer,
      box: { left: 120 + answer * 12, top: 45 + (row * 225) / questions, width: 4, height: 4 },
    }
  })
}

/** As it is printed and filled, at 200 dpi. */
export function drawSheet(sheet: Sheet, boxes: number): PageCanvas {
  const scale = 200 / 25.4
  const [width, height] = [Math.round(paper.width * scale), Math.round(paper.height * scale)]
  const canvas = { width, height, scale, data: new Uint8Array(width * height).fill(255) }
  for (const { left, top, width: side } of discs) {
    const centre = [left + side / 2, top + side / 2]
    drawStroke(canvas, { points: [...centre, ...centre], width: side, grey: 0 })
  }
  for (const { box, isFilled } of [...digitsOf(sheet), ...answersOf(sheet, boxes)]) {
    const inner = {
      left: box.left + line,
      top: box.top + line,
      width: box.width - 2 * line,
      height: box.height - 2 * line,
    }
    fillRect(canvas, box)
    if (!isFilled) fillRect(canvas, inner, 255)
  }
  return canvas
}

/** The frame of a box. */
const line = 0.25
