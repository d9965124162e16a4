import { withoutHidden } from './normalise-input.ts'

/**
 * The key by which names of sheets, columns and headings are matched: without case, accents, spaces and Unicode form,
 * so that `Mã sản phẩm`, `MÃ SẢN PHẨM` and a decomposed `Mã  sản phẩm` are one.
 */
export function fold(text: string): string {
  return withoutHidden(stripMarks(text)).replace(/\s+/gu, '')
}

/** Lower case without tone and vowel marks, đ as d; spaces kept. */
export function stripMarks(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}

const isPlain = /^[\x20-\x7e]*$/
