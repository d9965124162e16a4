/**
 * The widths and heights of the words of a text. The layout library asks its stack of styles for twenty properties a
 * word, of which documents use eight, and shapes a word each time it meets it; here each style is asked for once a text
 * and each word is shaped once a file.
 */

export type MeasuringFont = {
  readonly widthOfString: (text: string, size: number) => number
  readonly lineHeight: (size: number) => number
}

export type StyleStack = { readonly getProperty: (name: string) => unknown }

/** A word with its own style, on which the layout notes its measures. */
export type Word = Record<string, unknown> & { readonly text: string }

export type FontProvider = (family: string, bold: boolean, italics: boolean) => MeasuringFont

/** Replaces the library's measuring for texts in black without links or raised letters. */
export function wordMeasurer(provideFont: FontProvider) {
  const widths = new Map<MeasuringFont, Map<string, number>>()
  const widthOf = (text: string, font: MeasuringFont, size: number): number => {
    const ofFont = widths.get(font) ?? new Map<string, number>()
    widths.set(font, ofFont)
    let unit = ofFont.get(text)
    if (unit === undefined) {
      unit = font.widthOfString(text, 1)
      ofFont.set(text, unit)
    }
    return unit * size
  }
  return (words: readonly Word[], stack: StyleStack): readonly Word[] => {
    const common = Object.fromEntries(Object.keys(defaults).map((name) => [name, stack.getProperty(name)]))
    const own = stack.getProperty('own')
    const element = stack.getProperty('element')
    const styleOf = <Name extends keyof Style>(word: Word, name: Name): Style[Name] =>
      (word[name] ?? common[name] ?? defaults[name]) as Style[Name]
    words.forEach((word, index) => {
      const font = provideFont(styleOf(word, 'font'), styleOf(word, 'bold'), styleOf(word, 'italics'))
      const fontSize = styleOf(word, 'fontSize')
      const indent = index === 0 ? styleOf(word, 'leadingIndent') : 0
      const leading = styleOf(word, 'preserveLeadingSpaces') ? '' : (/^\s+/.exec(word.text)?.[0] ?? '')
      const trailing = styleOf(word, 'preserveTrailingSpaces') ? '' : (/\s+$/.exec(word.text)?.[0] ?? '')
      word['font'] = font
      word['fontSize'] = fontSize
      word['alignment'] = styleOf(word, 'alignment')
      word['noWrap'] = styleOf(word, 'noWrap')
      word['underline'] = styleOf(word, 'underline')
      word['width'] = widthOf(word.text, font, fontSize)
      word['height'] = font.lineHeight(fontSize) * styleOf(word, 'lineHeight')
      word['leadingCut'] = (leading === '' ? 0 : widthOf(leading, font, fontSize)) - indent
      word['trailingCut'] = trailing === '' ? 0 : widthOf(trailing, font, fontSize)
      if (own !== undefined) word['own'] = own
      word['element'] = element
      if (indent !== 0) word['leadingIndent'] = indent
      // What the library looks for on a word and documents never set.
      word['characterSpacing'] = 0
      word['color'] = 'black'
      word['opacity'] = 1
    })
    return words
  }
}

type Style = typeof defaults

const defaults = {
  font: 'Tinos' as string,
  bold: false as boolean,
  italics: false as boolean,
  fontSize: 12 as number,
  alignment: 'left' as string,
  lineHeight: 1 as number,
  leadingIndent: 0 as number,
  noWrap: null as boolean | null,
  underline: false as boolean,
  preserveLeadingSpaces: false as boolean,
  preserveTrailingSpaces: false as boolean,
}
