import { describe, expect, test } from 'vitest'
import { minimumSize, openingPlace, openingSize } from './window-place.ts'

const desk = { x: 0, y: 0, width: 1920, height: 1040 }
/** 1366 × 768 at 125 %, without the taskbar. */
const laptop = { x: 0, y: 0, width: 1093, height: 574 }
const projector = { x: 1920, y: 0, width: 1280, height: 720 }
const left = { x: -1280, y: 0, width: 1280, height: 680 }

describe('the least size', () => {
  test('is what the screens need', () => expect(minimumSize([desk])).toEqual({ width: 1024, height: 640 }))
  test('is never more than a display shows', () => {
    expect(minimumSize([laptop])).toEqual({ width: 1024, height: 574 })
    expect(minimumSize([desk, { x: 1920, y: 0, width: 800, height: 600 }])).toEqual({ width: 800, height: 600 })
  })
})

describe('the first start', () => {
  test('opens at its own size where it fits', () => {
    expect(openingPlace({ saved: null, workAreas: [desk] })).toEqual({
      bounds: { width: 1366, height: 768 },
      isMaximized: false,
    })
  })
  test('fills a display that is too small', () => {
    expect(openingPlace({ saved: null, workAreas: [laptop] })).toEqual({
      bounds: { width: 1093, height: 574 },
      isMaximized: true,
    })
  })
  test('goes by the primary display', () => {
    expect(openingPlace({ saved: null, workAreas: [desk, laptop] }).isMaximized).toBe(false)
  })
})

describe('a later start', () => {
  const open = (saved: Parameters<typeof openingPlace>[0]['saved'], ...workAreas: (typeof desk)[]) =>
    openingPlace({ saved, workAreas })
  const at = (x: number, y: number) => ({ x, y, width: 1200, height: 700, isMaximized: false })
  const place = (x: number, y: number) => ({ bounds: { x, y, width: 1200, height: 700 }, isMaximized: false })

  test('opens where the window was left', () => expect(open(at(300, 100), desk)).toEqual(place(300, 100)))
  test('also on a second display, left of the first one too', () => {
    expect(open(at(1950, 10), desk, projector)).toEqual(place(1950, 10))
    expect(open({ ...at(-1270, 0), height: 650 }, desk, left).bounds).toMatchObject({ x: -1270, y: 0 })
  })
  test('comes back when the projector is unplugged', () => {
    expect(open(at(1950, 10), desk)).toEqual({ bounds: { width: 1200, height: 700 }, isMaximized: false })
    expect(open(at(-1270, 0), desk).bounds).not.toHaveProperty('x')
  })
  test('moves what hangs over the edge back in', () => {
    expect(open(at(1700, 700), desk)).toEqual(place(720, 340))
    expect(open(at(-900, 0), desk)).toEqual(place(0, 0))
  })
  test('does not open under the taskbar or above the screen', () => {
    expect(open(at(300, 1030), desk).bounds).not.toHaveProperty('x')
    expect(open(at(300, -400), desk).bounds).not.toHaveProperty('x')
  })
  test('shrinks to a display that became smaller', () => {
    expect(open({ x: 0, y: 0, width: 1900, height: 1000, isMaximized: false }, laptop).bounds).toEqual(laptop)
  })
  test('keeps the window maximized', () =>
    expect(open({ ...at(0, 0), isMaximized: true }, desk).isMaximized).toBe(true))
})

test('another window fits too', () => {
  expect(openingSize([laptop])).toEqual({ width: 1093, height: 574 })
  expect(openingSize([desk, laptop])).toEqual({ width: 1366, height: 768 })
})
