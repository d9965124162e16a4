import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concludeOpinions, opinionAnswers, type OpinionAnswer, type OpinionRule } from './conclude.ts'

const letters: Readonly<Record<string, OpinionAnswer | null>> = {
  y: 'agree',
  n: 'differ',
  m: 'meet',
  r: 'recused',
  '.': null,
}
const answersOf = (text: string) => text.split('').map((letter) => letters[letter] ?? null)
const conclude = (text: string, { isOver = false, ...rule }: Partial<OpinionRule> & { isOver?: boolean } = {}) =>
  concludeOpinions({ answers: answersOf(text), isOver, answersPercent: 100, agreePercent: 100, ...rule })

describe('what written opinions come to, where all have to answer and to agree', () => {
  it.each([
    ['yyyyyyy', 'agreed'],
    ['yyyyyy.', 'waiting'],
    ['.......', 'waiting'],
    ['yyyyyrr', 'agreed'],
  ])('%s is %s', (answers, state) => expect(conclude(answers).state).toBe(state))

  it.each([
    ['yyyyyyn', ['differing']],
    // One who differs decides already, whatever comes.
    ['n......', ['differing']],
    // Who asks for a meeting does not differ.
    ['yyyyyym', ['asks-meeting']],
    ['m......', ['asks-meeting']],
    ['yyyyynm', ['asks-meeting', 'differing']],
    ['rrrrrrr', ['nobody']],
    ['', ['nobody']],
  ])('%s goes to a meeting', (answers, grounds) =>
    expect(conclude(answers)).toMatchObject({ state: 'meeting', grounds }),
  )

  it('never takes an answer that did not come for a yes', () => {
    expect(conclude('yyyyyy.', { isOver: true })).toMatchObject({ state: 'meeting', grounds: ['lacking'] })
    expect(conclude('.......', { isOver: true })).toMatchObject({ state: 'meeting', grounds: ['lacking'] })
  })

  it('counts each kind, and who is still asked', () => {
    expect(conclude('yynmr..').counts).toEqual({ agree: 2, differ: 1, meet: 1, recused: 1, asked: 6, missing: 2 })
  })
})

describe('what they come to by shares that a council set', () => {
  it('waits for every answer until the day, then takes enough of them', () => {
    expect(conclude('yyyyyy.', { answersPercent: 75 }).state).toBe('waiting')
    expect(conclude('yyyyyy.', { answersPercent: 75, isOver: true }).state).toBe('agreed')
    expect(conclude('yyy.', { answersPercent: 75, isOver: true }).state).toBe('agreed')
    expect(conclude('yy..', { answersPercent: 75, isOver: true })).toMatchObject({ grounds: ['lacking'] })
  })

  it('is exact at the share that has to agree, and waits while it can still be reached', () => {
    expect(conclude('yyyn', { agreePercent: 75 }).state).toBe('agreed')
    expect(conclude('yyyn', { agreePercent: 76 })).toMatchObject({ state: 'meeting', grounds: ['differing'] })
    expect(conclude('n...', { agreePercent: 75 }).state).toBe('waiting')
    expect(conclude('nn..', { agreePercent: 75 })).toMatchObject({ grounds: ['differing'] })
    expect(conclude('yym', { agreePercent: 51 })).toMatchObject({ grounds: ['asks-meeting'] })
  })

  const anyAnswers = fc.array(fc.constantFrom(...opinionAnswers, null), { maxLength: 15 })
  const rule = fc.record({
    answersPercent: fc.integer({ min: 1, max: 100 }),
    agreePercent: fc.integer({ min: 51, max: 100 }),
  })

  it('is the same in whatever order the members stand', () => {
    fc.assert(
      fc.property(anyAnswers, rule, fc.boolean(), (answers, shares, isOver) => {
        const input = { ...shares, isOver }
        expect(concludeOpinions({ ...input, answers: answers.toReversed() })).toEqual(
          concludeOpinions({ ...input, answers }),
        )
      }),
    )
  })

  it('agrees to nothing that more did not agree to than differed', () => {
    const check = fc.check(
      fc.property(anyAnswers, rule, fc.boolean(), (answers, shares, isOver) => {
        const { state, counts } = concludeOpinions({ ...shares, isOver, answers })
        return state !== 'agreed' || counts.agree > counts.differ + counts.meet
      }),
    )
    expect(check.failed).toBe(false)
  })
})
