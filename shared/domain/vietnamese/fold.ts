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
  if (text.length > unmarked.length) return decompose(text)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    const bare = bareSigns[sign] || bareSignOf(sign)
    if (bare === several) return decompose(text)
    if (bare !== mark) unmarked[length++] = bare
  }
  return Reflect.apply(String.fromCharCode, null, unmarked.subarray(0, length))
}

const isPlain = /^[\x20-\x7e]*$/

const decompose = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')

/** What a UTF-16 unit is without its marks, as far as texts had it: registers and searches fold a million signs. */
const bareSigns = new Uint16Array(0x1_00_00)
const unmarked = new Uint16Array(1024)

/** Units that no text keeps stand for what is no one sign: a mark, which falls away, and what depends on its neighbours. */
const mark = 0xff_fe
const several = 0xff_ff

function bareSignOf(sign: number): number {
  const isHalf = sign >= 0xd8_00 && sign <= 0xdf_ff
  const bare = decompose(String.fromCharCode(sign))
  // A sigma is another letter at a word's end.
  const isAlone = !isHalf && sign !== 0x3_a3 && sign !== mark && bare !== '\0'
  return (bareSigns[sign] =
    isAlone && bare.length === 0 ? mark : isAlone && bare.length === 1 ? bare.charCodeAt(0) : several)
}
