import { describe, expect, it } from 'vitest'
import { dealPages, type Dealt } from './deal-pages.ts'

type File = { readonly name: string; readonly pages: number; readonly done?: readonly number[] }

/** Readers who come in that order; each opens what it is told to at once. */
function dealtTo(files: readonly File[], order: readonly number[]): readonly string[] {
  const deal = dealPages(files)
  return order.map((reader) => {
    const dealt = deal.next(reader, () => false)
    if (dealt?.kind === 'open') deal.opened(reader, dealt.file.pages)
    return said(dealt)
  })
}

const said = (dealt: Dealt<File> | null): string =>
  dealt === null ? '' : dealt.kind === 'open' ? `${dealt.file.name}?` : `${dealt.file.name}${dealt.page}`

/** Reader after reader, until nobody gets anything. */
function dealtInTurn(files: readonly File[], readers: number): readonly string[] {
  const most = files.reduce((sum, { pages }) => sum + pages + 1, 1)
  return dealtTo(
    files,
    Array.from({ length: most * readers }, (_, at) => at % readers),
  ).filter((one) => one !== '')
}

const a = { name: 'a', pages: 7, done: [2] }
const b = { name: 'b', pages: 1 }
const c = { name: 'c', pages: 2 }
const d = { name: 'd', pages: 0 }
const of = ({ name, pages, done = [] }: File) =>
  Array.from({ length: pages }, (_, at) => at + 1).flatMap((page) => (done.includes(page) ? [] : [`${name}${page}`]))

describe('pages of a pile, dealt out', () => {
  it.each([1, 2, 3, 7, 12])('%i readers read each page that is left once, and open each file once', (readers) => {
    const files = [a, b, d, c]
    const all = [...files.flatMap(of), 'a?', 'b?', 'c?', 'd?']
    expect(dealtInTurn(files, readers).toSorted()).toEqual(all.toSorted())
  })

  it('one reader goes through the pile as it lies', () => {
    expect(dealtInTurn([a, b, c], 1)).toEqual(['a?', 'a1', 'a3', 'a4', 'a5', 'a6', 'a7', 'b?', 'b1', 'c?', 'c1', 'c2'])
  })

  it('of several files each reader has those that follow one another', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => ({ name, pages: 1 }))
    expect(dealtTo(files, [0, 1, 0, 1, 0, 1, 0, 1])).toEqual(['a?', 'c?', 'a1', 'c1', 'b?', 'd?', 'b1', 'd1'])
  })

  it('of one file the second reader has the later half, once it is open', () => {
    const deal = dealPages<File>([{ name: 'a', pages: 7 }])
    expect(said(deal.next(0, () => true))).toBe('a?')
    expect(said(deal.next(1, () => true))).toBe('')
    deal.opened(0, 7)
    expect([1, 0, 1, 0, 0, 1, 0, 1].map((reader) => said(deal.next(reader, () => false)))).toEqual([
      'a4',
      'a1',
      'a5',
      'a2',
      'a3',
      'a6',
      'a7',
      '',
    ])
  })

  it('what a reader has before it who comes no more is read by the others', () => {
    const files = [{ name: 'a', pages: 4 }, b, c]
    const [other, ...rest] = dealtTo(files, [1, 1, ...Array.from({ length: 20 }, () => 0)])
    expect(other).toBe('a?')
    expect(rest.filter((one) => one !== '').toSorted()).toEqual([...files.flatMap(of), 'b?', 'c?'].toSorted())
  })

  it('from a reader at work no other takes so few pages that drawing their print again would take as long', () => {
    const deal = dealPages<File>([{ name: 'a', pages: 30 }])
    const nextFor = (reader: number) => said(deal.next(reader, (other) => other === 0))
    expect(nextFor(0)).toBe('a?')
    deal.opened(0, 30)
    expect(Array.from({ length: 6 }, () => nextFor(0)).at(-1)).toBe('a6')
    expect(nextFor(1)).toBe('a19')
    // Eleven more of its own, and twelve that the other goes on with by itself.
    expect(Array.from({ length: 11 }, () => nextFor(1)).at(-1)).toBe('a30')
    expect(nextFor(1)).toBe('')
    expect(said(deal.next(1, () => false))).toBe('a13')
  })

  it('a second reader begins with the later files before it is known how long they are, and takes no short one', () => {
    const deal = dealPages<File>(['a', 'b', 'c', 'd'].map((name) => ({ name, pages: 4 })))
    const nextFor = (reader: number) => said(deal.next(reader, () => true))
    expect([nextFor(0), nextFor(1)]).toEqual(['a?', 'c?'])
    deal.opened(0, 4)
    deal.opened(1, 4)
    expect(nextFor(2)).toBe('')
  })

  it('who has not begun takes half of a file only where that is worth beginning', () => {
    const startsWith = (pages: number) => {
      const deal = dealPages<File>([{ name: 'a', pages }])
      deal.next(0, () => true)
      deal.opened(0, pages)
      return said(deal.next(1, () => true, 60))
    }
    expect([startsWith(119), startsWith(120)]).toEqual(['', 'a61'])
  })

  it('nothing is dealt of a pile without files', () => {
    expect(dealtTo([], [0, 1, 0])).toEqual(['', '', ''])
  })
})
