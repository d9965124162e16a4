import { withoutHidden } from './normalise-input.ts'

/** A text as it was typed for a font of an old encoding, and what it says in Unicode. */
export type OldText = { readonly encoding: 'TCVN3' | 'VNI'; readonly unicode: string }

/**
 * What a text in TCVN3 (fonts such as .VnTime) or VNI (such as VNI-Times) says; null for text that is no such. Such a text
 * has no character past U+00FF, words that no Vietnamese word looks like, and reads as Vietnamese in the old encoding.
 */
export function readOldText(text: string): OldText | null {
  if (!/[\u00a1-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return null
  if (wordsOf(withoutHidden(text)).every(isVietnamese)) return null
  const found = (
    [
      ['TCVN3', fromTcvn3(text)],
      ['VNI', fromVni(text)],
    ] as const
  )
    .filter(([, unicode]) => unicode !== text)
    .map(([encoding, unicode]) => ({ encoding, unicode, share: shareOfVietnamese(unicode) }))
  const [best] = found.toSorted((a, b) => b.share - a.share)
  return best === undefined || best.share < least ? null : { encoding: best.encoding, unicode: best.unicode }
}

/** Of the words with marks: a slip of the keys in one of them does not hide what the others are. */
const least = 2 / 3

function shareOfVietnamese(text: string): number {
  const words = wordsOf(text)
  return words.length === 0 ? 0 : words.filter(isVietnamese).length / words.length
}

/** Words with something besides ASCII in them; old encodings have signs for letters, so only spaces and plain signs part. */
const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s\d!-/:-@[-`{-~]+/u).filter((word) => /[^ -~]/.test(word))

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?'
const nucleus =
  '(?:iêu|yêu|ươi|ươu|uôi|uyê|uya|oai|oay|oeo|oao|uây|iê|yê|ia|ya|uô|ua|ươ|ưa|ưi|ưu|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|uy|uê|uơ|uâ|oa|oă|oe|oo|[aăâeêioôơuưy])'
const syllable = new RegExp(`^${onset}${nucleus}(?:ch|nh|ng|[cmnpt])?$`, 'u')
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether a word is built as a Vietnamese syllable is, with one tone at most. */
function isVietnamese(word: string): boolean {
  const marked = word.toLowerCase().normalize('NFD')
  if ((marked.match(tones) ?? []).length > 1) return false
  return syllable.test(marked.replace(tones, '').normalize('NFC'))
}

function fromTcvn3(text: string): string {
  return [...text].map((sign) => tcvn3.get(sign) ?? sign).join('')
}

const tcvn3: ReadonlyMap<string, string> = pairsOf(
  '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ',
  'ĂÂÊÔƠƯĐăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
)

/** A sign alone, or a plain letter and what the font sets over it. */
function fromVni(text: string): string {
  return text.replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñíìæóòî]/giu, (pair, letter?: string, mark = '') => {
    if (letter === undefined) return single.get(pair) ?? pair
    const isUpper = letter === letter.toUpperCase()
    const plain = single.get(letter.toLowerCase()) ?? letter.toLowerCase()
    const found = double.get(mark.toLowerCase())
    if (found === undefined || (found.shape === '\u0306' && plain !== 'a')) return pair
    const made = `${plain}${found.shape}${found.tone}`.normalize('NFC')
    return isUpper ? made.toUpperCase() : made
  })
}

const single: ReadonlyMap<string, string> = pairsOf('ôöñíìæóòîÔÖÑÍÌÆÓÒÎ', 'ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ')

const [acute, grave, hook, tilde, dot] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
const double: ReadonlyMap<string, { readonly shape: string; readonly tone: string }> = new Map(
  (
    [
      ['', 'ùøûõï', [acute, grave, hook, tilde, dot]],
      ['\u0302', 'âáàåãä', ['', acute, grave, hook, tilde, dot]],
      ['\u0306', 'êéèúüë', ['', acute, grave, hook, tilde, dot]],
    ] as const
  ).flatMap(([shape, signs, own]) =>
    [...signs].map((sign, index) => [sign, { shape, tone: own[index] ?? '' }] as const),
  ),
)

function pairsOf(signs: string, letters: string): ReadonlyMap<string, string> {
  const all = [...letters]
  return new Map([...signs].map((sign, index) => [sign, all[index] ?? sign]))
}
