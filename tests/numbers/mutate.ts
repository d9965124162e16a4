import { numbersOf, type Paper } from './paper.ts'

/** A paper with one of its numbers written otherwise. */
export type Mutation = { readonly what: string; readonly paper: Paper }

/** Each number of a paper one higher in its last figure; words, annexes and stars changed alike. */
export function mutationsOf(paper: Paper): readonly Mutation[] {
  return numbersOf(paper.text).flatMap(({ text, from, to }) =>
    othersOf(text).map((other) => ({
      what: `${paper.name}, ${paper.placeAt(from)}: “${text}” as “${other}” in “…${paper.text.slice(Math.max(0, from - 30), to + 20)}…”`,
      paper: { ...paper, text: paper.text.slice(0, from) + other + paper.text.slice(to) },
    })),
  )
}

function othersOf(text: string): readonly string[] {
  if (/^\*+$/.test(text)) return [text.length === 5 ? '****' : `${text}*`]
  if (/^[IVX]+$/.test(text)) return [text === 'I' ? 'II' : 'I']
  const [figures = '', words] = text.split(' (')
  const higher = figures.replace(/\d(?=\D*$)/, (last) => String((Number(last) + 1) % 10))
  if (words === undefined) return [higher]
  const otherWords = words.startsWith('chín') ? 'tám)' : 'chín)'
  return [`${higher} (${words}`, `${figures} (${otherWords}`]
}
