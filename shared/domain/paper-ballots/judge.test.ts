import { describe, expect, it } from 'vitest'
import { noInk as nothing } from '../../../tests/fixtures/option-ink.ts'
import { judgeCriteria } from './judge.ts'
import type { OptionInk } from './option-ink.ts'
import type { PagePlan } from './page-plan.ts'

const circle: OptionInk = { ...nothing, amount: 13, width: 7.5, height: 5.6, depth: 150, isLoop: true }
const tick: OptionInk = {
  ...nothing,
  amount: 5,
  width: 5,
  height: 4,
  depth: 150,
  cover: 0.2,
  crossings: [2, 2, 2, 1, 1],
  aside: 0.35,
}
const line: OptionInk = { ...nothing, amount: 4, width: 5, height: 0.9, depth: 150, isFlat: true }

const dot: OptionInk = { ...tick, amount: 3.5, width: 2.2, height: 2, cover: 0.3, crossings: [0, 0, 0, 0] }
const cross: OptionInk = { ...tick, amount: 8, width: 5, height: 5, cover: 0.5, crossings: [2, 4, 4, 4, 4] }
const hatching: OptionInk = { ...tick, amount: 14, width: 5.6, cover: 0.8, crossings: [1, 2, 3, 1, 2, 2] }

const twice: OptionInk = { ...tick, amount: 6, height: 1.8, cover: 0.02, crossings: [0, 0, 1, 2, 2] }

const options = [0, 1, 2].map((option) => ({
  option,
  points: option,
  box: { left: 180 + 9 * (option % 2), top: 100 + 5 * option, width: 9, height: 8 },
}))

/** Of the last criterion, its options having that ink; four others have one mark of the hand each. */
function judged(hand: OptionInk, ...inks: readonly OptionInk[]) {
  return read([...Array.from({ length: 4 }, () => [hand, nothing, nothing]), inks]).at(-1)
}

/** Of each criterion the value, its first option having that mark alone. */
function judgedPage(marks: readonly OptionInk[]) {
  return read(marks.map((mark) => [mark, nothing, nothing])).map(({ option }) => option)
}

function read(rows: readonly (readonly OptionInk[])[]) {
  const plan: PagePlan = {
    page: 1,
    pages: 1,
    width: 210,
    height: 297,
    corners: [
      { x: 12, y: 8 },
      { x: 203, y: 8 },
      { x: 203, y: 289 },
      { x: 12, y: 289 },
    ],
    markSize: 4,
    criteria: rows.map((_, index) => ({ index, code: `${index}`, options })),
  }
  const places = rows.flatMap((_, criterion) => options.map((option) => ({ criterion, option, x: 0, y: 0, pitch: 9 })))
  return judgeCriteria({ plan, places, inks: rows.flat(), isLost: () => false })
}

describe('a criterion judged by its ink', () => {
  it('has the value that a mark of the hand stands at, or a line beneath in the same ink', () => {
    expect(judged(circle, nothing, circle, nothing)).toMatchObject({ state: 'clear', option: 1 })
    expect(judged(circle, nothing, nothing, line)).toMatchObject({ state: 'clear', option: 2 })
  })

  it('has the value of a circle whose ends lie beside each other, far from the figure', () => {
    const thick = {
      ...circle,
      amount: 22,
      width: 9,
      height: 7,
      within: 3,
      enclosed: 2,
      crossings: [0, 0, 0, 0, 0, 1, 2, 2, 2],
    }
    expect(judged(circle, nothing, { ...thick, amount: 16 }, nothing)?.option).toBe(1)
    expect(judged(thick, nothing, { ...thick, crossings: [0, 0, 0, 2, 2, 2, 2, 2, 2] }, nothing)?.option).toBeNull()
    expect(judged(thick, nothing, { ...thick, enclosed: 1.4 }, nothing)?.option).toBeNull()
  })

  it('has the value of a line through a figure where the hand makes such lines alone', () => {
    const slash = { ...tick, slash: 'rising' } as const
    expect(judged(slash, nothing, slash, nothing)).toMatchObject({ state: 'clear', option: 1 })
    expect(judged(slash, nothing, { ...slash, slash: 'falling' }, nothing)?.option).toBeNull()
  })

  it('has the value of a tick as wide as another, and of a clean circle in a hand of ticks', () => {
    expect(judged(tick, nothing, { ...tick, amount: 6, crossings: [2, 2, 2, 2, 2] }, nothing)?.option).toBe(1)
    expect(judged(tick, nothing, { ...tick, crossings: [4, 2, 2, 1, 1] }, nothing)?.option).toBe(1)
    expect(judged(tick, nothing, nothing, { ...circle, cover: 0.25 })?.option).toBe(2)
  })

  it('has the value of a tick larger or smaller than the others, and of none that has ink off its two strokes', () => {
    const [larger, smaller] = [
      { ...tick, amount: 7, width: 6.5, height: 4.8, crossings: [2, 2, 2, 2, 1] },
      { ...tick, amount: 5, width: 3.8, height: 2.8 },
    ]
    for (const mark of [larger, smaller]) {
      expect(judged(tick, nothing, mark, nothing)?.option).toBe(1)
      expect(judged(tick, nothing, { ...mark, aside: 0.5 }, nothing)?.option).toBeNull()
    }
    // A line beneath and a short one through the figure meet circles as a tick does.
    expect(judged(line, nothing, { ...tick, amount: 5.4, height: 2.6, aside: 1.06 }, nothing)?.option).toBeNull()
    expect(judged(circle, nothing, { ...tick, amount: 8.2, aside: 0.92 }, nothing)?.option).toBeNull()
  })

  it('has the value of a cross on a page without others, and not of one as long as a crossing-out or off its strokes', () => {
    const plainCross = { ...cross, width: 5.4, crossings: [3, 4, 4, 4, 4, 4, 4, 4, 3] }
    expect(read([[nothing, plainCross, nothing]])[0]?.option).toBe(1)
    expect(read([[nothing, { ...plainCross, width: 8.2, amount: 14 }, nothing]])[0]?.option).toBeNull()
    expect(read([[nothing, { ...plainCross, aside: 0.6 }, nothing]])[0]?.option).toBeNull()
  })

  it('has no value at a cross that has ink off its two strokes', () => {
    expect(judged(cross, nothing, cross, nothing)?.option).toBe(1)
    expect(judged(cross, nothing, { ...cross, aside: 0.44 }, nothing)?.option).toBeNull()
    // Nor where all crosses of the page were struck alike.
    const struck = { ...cross, aside: 0.6 }
    expect(judged(struck, nothing, struck, nothing)?.option).toBeNull()
  })

  it('has the value of a cross by a thick pen in a hand of circles or ticks, and of none with something off its strokes', () => {
    const thick = {
      ...cross,
      amount: 15.4,
      width: 6,
      height: 5,
      cover: 0.71,
      enclosed: 0.5,
      aside: 0.6,
      crossings: [3, 3, 4, 4, 4, 4, 4, 4, 3],
    }
    for (const hand of [
      { ...circle, amount: 23 },
      { ...tick, amount: 9.3, width: 6.1 },
    ]) {
      expect(judged(hand, nothing, thick, nothing)?.option).toBe(1)
      expect(judged(hand, nothing, { ...thick, aside: 0.9 }, nothing)?.option).toBeNull()
    }
  })

  it('has the value of a line beneath on a page without others, and not of the edge of a stain', () => {
    expect(read([[nothing, line, nothing]])[0]?.option).toBe(1)
    expect(read([[nothing, { ...line, depth: 80 }, nothing]])[0]?.option).toBeNull()
    expect(read([[nothing, { ...line, depth: 250 }, nothing]])[0]?.option).toBeNull()
    expect(read([[nothing, { ...line, width: 3 }, nothing]])[0]?.option).toBeNull()
  })

  it('has the value of a small tick that ends within the outermost circles, and of no line across a dot', () => {
    const small = { ...tick, crowding: 0.3, crossings: [2, 2, 2, 2, 2, 2, 1, 1, 0] }
    expect(read([[nothing, small, nothing]])[0]?.option).toBe(1)
    expect(read([[nothing, { ...small, crossings: [2, 2, 2, 2, 2, 2, 1, 0, 0] }, nothing]])[0]?.option).toBeNull()
    expect(read([[nothing, { ...small, aside: 1.2 }, nothing]])[0]?.option).toBeNull()
  })

  it('has the value of a tick that lies as low as a line through the figure, and of no such line', () => {
    const low = { ...tick, height: 2.9, isThrough: true, crossings: [2, 2, 1, 1, 1] }
    expect(judged(tick, nothing, low, nothing)?.option).toBe(1)
    expect(judged(tick, nothing, { ...low, crossings: [2, 2, 2, 1, 0] }, nothing)?.option).toBeNull()
    expect(judged(tick, nothing, { ...low, slash: 'rising' }, nothing)?.option).toBeNull()
  })

  it('has the value of a mark of another kind under which none of the hand could lie', () => {
    const plainTick = { ...tick, crossings: [2, 2, 2, 1, 1, 1, 1, 1, 1] }
    const plainCross = { ...cross, width: 5.4, cover: 0.4, crossings: [3, 4, 4, 4, 4, 4, 4, 4, 3] }
    const filled = { ...tick, amount: 14, width: 4.6, cover: 0.9, crossings: [1, 1, 1, 3, 2, 1, 0, 0, 0] }
    const hand = { ...line, crossings: [0, 1, 1, 1, 1, 2, 2, 2, 2] }
    for (const mark of [plainTick, plainCross, filled]) expect(judged(hand, nothing, mark, nothing)?.option).toBe(1)
    for (const mark of [plainCross, filled]) expect(judged(plainTick, nothing, mark, nothing)?.option).toBe(1)
    for (const mark of [plainTick, plainCross]) expect(judged(filled, nothing, mark, nothing)?.option).toBe(1)
    // A tick that was struck, whose shorter stroke ends; two lines as long as a crossing-out's; a tick hidden, whose longer one goes on.
    const struck = { ...plainCross, crossings: [3, 4, 4, 4, 4, 2, 2, 1, 1], aside: 0.6 }
    const crossedOut = { ...plainCross, amount: 14, width: 8.2, cover: 0.62 }
    const hidden = { ...filled, crossings: [1, 1, 3, 3, 4, 3, 2, 1, 1], tail: 0.7 }
    for (const mark of [struck, crossedOut, hidden])
      expect(judged(plainTick, nothing, mark, nothing)?.option).toBeNull()
  })

  it('has the value of a figure filled by a hand that fills them wide, and not of one hidden or left half free', () => {
    const filled = { ...tick, amount: 17, width: 5.2, height: 4.4, cover: 0.95, crossings: [1, 1, 1, 3, 2, 1, 1, 0, 0] }
    expect(judged(filled, nothing, filled, nothing)?.option).toBe(1)
    expect(judged(filled, nothing, { ...filled, amount: 20, width: 6.4 }, nothing)?.option).toBeNull()
    expect(judged(filled, nothing, { ...filled, amount: 15, cover: 0.5 }, nothing)?.option).toBeNull()
    // With less ink than the others nothing was drawn over it; it stands a little beside its figure.
    expect(judged(filled, nothing, { ...filled, amount: 12, width: 4.2, cover: 0.55 }, nothing)?.option).toBe(1)
    // An uneven edge is met by circles as many times as the ends of lines are, which go on beyond it.
    const uneven = { ...filled, crossings: [1, 1, 1, 4, 5, 4, 1, 0, 0] }
    expect(judged(filled, nothing, uneven, nothing)?.option).toBe(1)
    expect(judged(filled, nothing, { ...uneven, tail: 0.4 }, nothing)?.option).toBeNull()
    // A little beside its figure.
    expect(judged(filled, nothing, { ...filled, cover: 0.57 }, nothing)?.option).toBe(1)
    // However much wider than the others it is, as long as nothing goes on beyond it.
    const narrow = { ...filled, amount: 13, width: 4.1 }
    expect(judged(narrow, nothing, { ...narrow, amount: 18.5, width: 5.3 }, nothing)?.option).toBe(1)
    expect(judged(narrow, nothing, { ...narrow, amount: 18.5, width: 5.3, tail: 0.4 }, nothing)?.option).toBeNull()
  })

  it('has no value at a filled figure with the end of a line beyond its edge, whatever the hand fills or ticks', () => {
    const filled = {
      ...tick,
      amount: 15,
      width: 5,
      height: 4.2,
      cover: 0.92,
      tail: 0.2,
      crossings: [1, 1, 1, 2, 1, 1, 0, 0, 0],
    }
    for (const hand of [filled, { ...tick, width: 6.4, crossings: [2, 2, 2, 1, 1, 1, 1, 1, 1] }, circle]) {
      expect(judged(hand, nothing, filled, nothing)?.option).toBe(1)
      expect(judged(hand, nothing, { ...filled, tail: 0.45 }, nothing)?.option).toBeNull()
    }
    expect(read([[nothing, filled, nothing]])[0]?.option).toBe(1)
    expect(read([[nothing, { ...filled, tail: 0.45 }, nothing]])[0]?.option).toBeNull()
  })

  it('has the value of a figure filled by another hand under which none of its marks has room, and of no other', () => {
    const filled = {
      ...tick,
      amount: 18,
      width: 5,
      height: 4.2,
      cover: 0.92,
      enclosed: 0.6,
      crossings: [1, 1, 1, 2, 1, 1, 1, 1, 0],
    }
    const longTick = { ...tick, width: 6, crossings: [2, 2, 2, 1, 1, 1, 1, 1, 1] }
    for (const hand of [circle, { ...circle, width: 6.2, height: 5.2 }, longTick]) {
      expect(judged(hand, nothing, filled, nothing)?.option).toBe(1)
      expect(judged(hand, nothing, { ...filled, tail: 0.5 }, nothing)?.option).toBeNull()
    }
    expect(judged({ ...circle, width: 5.6, height: 4.8 }, nothing, filled, nothing)?.option).toBeNull()
    expect(judged({ ...longTick, width: 4.8, height: 3 }, nothing, filled, nothing)?.option).toBeNull()
  })

  it('has the value of a thin tick where figures are filled, and not of a stroke as small', () => {
    const filled = { ...tick, amount: 13, width: 4.6, cover: 0.9, crossings: [1, 1, 1, 3, 2, 1, 0, 0, 0] }
    const thin = {
      ...tick,
      amount: 2.6,
      width: 4.6,
      height: 2.4,
      depth: 115,
      cover: 0.16,
      crossings: [2, 2, 1, 1, 1, 1, 1, 1, 1],
    }
    expect(judged(filled, nothing, thin, nothing)?.option).toBe(1)
    expect(judged(filled, nothing, { ...thin, crossings: [1, 1, 1, 0, 0, 0, 0, 0, 0] }, nothing)?.option).toBeNull()
  })

  it('has the value of a tick that print beside it adds strokes to on one circle, and of none with ink off its strokes', () => {
    const beside = { ...tick, crossings: [2, 2, 2, 4, 2, 2, 1, 1, 1] }
    expect(judged(tick, nothing, beside, nothing)?.option).toBe(1)
    expect(judged(tick, nothing, { ...beside, aside: 0.5 }, nothing)?.option).toBeNull()
    expect(judged(tick, nothing, { ...beside, crossings: [2, 2, 2, 4, 4, 2, 1, 1, 1] }, nothing)?.option).toBeNull()
  })

  it('has the value of a tick that seems to have one stroke more on one circle, and not on two', () => {
    const more = { ...tick, amount: 5.9, crossings: [1, 2, 3, 2, 2] }
    expect(judged(tick, nothing, more, nothing)?.option).toBe(1)
    expect(judged(tick, nothing, { ...more, crossings: [1, 3, 3, 2, 2] }, nothing)?.option).toBeNull()
  })

  it('has no value on a page of which more than a quarter of the marks were taken back', () => {
    const struck = { ...tick, amount: 7, crossings: [3, 4, 4, 3, 2] }
    expect(judgedPage([tick, tick, tick, tick, struck])).toEqual([0, 0, 0, 0, null])
    expect(judgedPage([tick, tick, tick, struck, struck])).toEqual([null, null, null, null, null])
    expect(judgedPage([tick, tick, tick, tick, tick, tick, struck, struck]).slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0])
    // What nobody takes for a tick says nothing of the ticks.
    const scribble = { ...struck, amount: 20, width: 8, height: 6, cover: 0.9 }
    expect(judgedPage([tick, tick, tick, scribble, scribble])).toEqual([0, 0, 0, null, null])
  })

  it('has the other value where a figure was hidden under much of the same ink', () => {
    const hidden = { ...circle, isLoop: false, amount: 30, width: 8.2, cover: 0.9, crowding: 0.8 }
    expect(judged(circle, hidden, nothing, circle)).toMatchObject({ state: 'corrected', option: 2 })
    // A mark with a stain over it, larger and paler than what a pen hides.
    const stained = { ...hidden, amount: 64.8, width: 9.9, height: 8.9, depth: 98 }
    expect(judged(circle, stained, nothing, circle)?.option).toBeNull()
    expect(judged(circle, { ...stained, amount: 30, height: 5.6 }, nothing, circle)?.option).toBeNull()
  })

  it('has the other value where two thin lines were drawn through a circle, and not where one was', () => {
    const crossed = {
      ...circle,
      amount: 20,
      width: 8.3,
      cover: 0.36,
      crowding: 0.3,
      within: 5,
      enclosed: 0.8,
      crossings: [4, 4, 4, 4, 5, 5, 7, 5, 3],
    }
    for (const isLoop of [true, false]) {
      expect(judged(circle, { ...crossed, isLoop }, nothing, circle)).toMatchObject({ state: 'corrected', option: 2 })
      const once = { ...crossed, isLoop, crossings: [2, 2, 2, 2, 4, 4, 4, 3, 3] }
      expect(judged(circle, once, nothing, circle)?.option).toBeNull()
    }
  })

  it('has the other value where a filled figure was scribbled over, however uneven the edges of the others are', () => {
    const filled = { ...tick, amount: 13, width: 4.6, cover: 0.9, crossings: [1, 1, 1, 4, 4, 4, 0, 0, 0] }
    const scribbled = { ...filled, amount: 24, width: 8, height: 4.5, cover: 0.98, crowding: 0.8, tail: 2 }
    const even = { ...filled, crossings: [1, 1, 1, 1, 1, 1, 0, 0, 0] }
    expect(judged(filled, scribbled, nothing, even)).toMatchObject({ state: 'corrected', option: 2 })
    expect(judged(filled, scribbled, nothing, { ...even, amount: 7 })?.option).toBeNull()
    // Two of them always go to a person.
    expect(judged(filled, filled, nothing, even)).toMatchObject({ state: 'several', option: null })
    // Lines through it have hardly more ink.
    const crossed = { ...filled, amount: 15, width: 8, aside: 2, tail: 2 }
    expect(judged(filled, crossed, nothing, even)).toMatchObject({ state: 'corrected', option: 2 })
    expect(judged(filled, { ...crossed, tail: 0.8 }, nothing, even)?.option).toBeNull()
    expect(judged(filled, { ...crossed, depth: 90 }, nothing, even)?.option).toBeNull()
  })

  it('has no other value where a line was drawn on from one cross to the next figure', () => {
    const hidden = { ...cross, amount: 14, width: 7, cover: 0.7 }
    expect(judged(cross, hidden, nothing, cross)).toMatchObject({ state: 'corrected', option: 2 })
    expect(judged(cross, hidden, nothing, { ...cross, crossings: [1, 1, 1, 1, 1] })?.option).toBeNull()
  })

  it.each([
    ['what a copier left of a circle', circle, { ...circle, isLoop: false, amount: 3.9, width: 7, height: 6.5 }],
    ['the pale edge of a stain', circle, { ...line, depth: 90 }],
    ['a circle with a line through it', circle, { ...circle, amount: 16, cover: 0.25, crowding: 0.25 }],
    ['a line beneath and one through the figure', line, { ...line, amount: 8, width: 8, height: 3 }],
    ['a line through the figure alone', line, { ...line, isThrough: true }],
    ['a circle with a short line within', circle, { ...circle, enclosed: 0.6 }],
    ['a circle with a line low within', circle, { ...circle, within: 3 }],
    ['a line within a circle where all have one', { ...circle, within: 3 }, { ...circle, within: 3 }],
    ['a line steeply through the figure', circle, { ...tick, slash: 'rising' as const }],
    ['a figure hidden where others are circled', circle, { ...circle, isLoop: false, width: 5.5, cover: 0.9 }],
    ['a tick with a short line through it', tick, { ...tick, amount: 6.5, crossings: [3, 4, 3, 2, 1] }],
    [
      'a tick with a long line through it where most have one',
      { ...tick, crossings: [2, 2, 3, 3, 3, 3, 3, 3, 3] },
      { ...tick, crossings: [2, 2, 3, 3, 3, 3, 3, 3, 3] },
    ],
    ['a bracket beside the figure', circle, { ...tick, amount: 6.7, width: 2.9, height: 4.9, cover: 0.12 }],
    ['a tick with a line along its stroke', tick, { ...tick, amount: 6.4, crossings: [2, 2, 2, 2, 2] }],
    ['a dot with a short line through it', dot, { ...dot, width: 2.8, height: 1.6 }],
    ['a touch of the pen', tick, { ...tick, amount: 1.6, width: 2.2, height: 1.8 }],
    ['a dot with a line that goes on beyond what others reach', dot, { ...dot, amount: 4, crossings: [0, 0, 1, 1] }],
    ['a dash beneath', tick, { ...line, amount: 1.6, width: 3.2 }],
    ['lines beneath with one on the figure', twice, { ...twice, amount: 6.5, height: 3.1, cover: 0.15 }],
    ['what hides its figure where all do, as a crossing-out', hatching, hatching],
    ['a line beneath, struck', line, { ...line, isFlat: false, amount: 5.5, height: 3 }],
    ['a figure hidden and nothing beside', circle, { ...circle, isLoop: false, amount: 30, cover: 0.9, crowding: 0.8 }],
  ])('goes to a person: %s', (_, hand, ink) => {
    expect(judged(hand, nothing, ink, nothing)).toMatchObject({ state: 'doubtful', option: null })
  })

  it('is left where there is nothing, and not where there is a trace', () => {
    expect(judged(circle, nothing, nothing, nothing)?.state).toBe('none')
    expect(judged(circle, { ...nothing, amount: 0.15, depth: 100 }, nothing, nothing)?.confidence).toBeLessThan(1)
    expect(judged(circle, { ...nothing, amount: 0.25, depth: 100 }, nothing, nothing)?.state).toBe('doubtful')
  })
})
