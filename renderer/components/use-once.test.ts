import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { useOnce, type Deed } from './use-once.ts'

type Ends = Parameters<Deed<string, number>['mutate']>[1]

/** The deed as a component has it, with what was asked of the mutation below it. */
function begin() {
  const asked: { input: string; ends: Ends }[] = []
  const drawn: ReturnType<typeof useOnce<string, number>>[] = []
  const Screen = ({ onDrawn }: { onDrawn: (once: (typeof drawn)[number]) => void }) => {
    onDrawn(useOnce<string, number>({ mutate: (input, ends) => asked.push({ input, ends }) }))
    return null
  }
  renderToStaticMarkup(createElement(Screen, { onDrawn: (once) => drawn.push(once) }))
  const [once] = drawn
  if (once === undefined) throw new Error('not drawn')
  return { once, asked }
}

it('does a deed once however often it is asked for, until it is settled', () => {
  const { once, asked } = begin()
  const done = vi.fn<(answer: number) => void>()
  once('first', { onSuccess: done })
  once('second')
  expect(asked.map(({ input }) => input)).toEqual(['first'])
  asked[0]?.ends.onSuccess(7)
  once('third')
  expect(asked).toHaveLength(1)
  asked[0]?.ends.onSettled()
  once('fourth')
  expect(asked.map(({ input }) => input)).toEqual(['first', 'fourth'])
  expect(done.mock.calls).toEqual([[7]])
})

it('can be tried again after it failed', () => {
  const { once, asked } = begin()
  once('first')
  asked[0]?.ends.onSettled()
  once('again')
  expect(asked.map(({ input }) => input)).toEqual(['first', 'again'])
})
