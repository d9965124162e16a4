/** Advance widths of Times New Roman Bold in thousandths of the size; a letter with marks is as wide as without. */
const groups: readonly (readonly [letters: string, width: number])[] = [
  ['ijl', 278],
  ['fjt()-', 333],
  ['s', 389],
  ['I', 389],
  ['cerz', 444],
  ['agovxyJ0123456789“”', 500],
  ['S', 556],
  ['bdđhknpqu', 556],
  ['FP', 611],
  ['BELTZ', 667],
  ['ACDĐNRUVXYw', 722],
  ['GHKOQ', 778],
  ['m', 833],
  ['M', 944],
  ['W', 1000],
  [' ,.;:', 250],
]
const widths = new Map(groups.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)))

/** Width of a line in points. */
const widthOf = (text: string, size: number): number =>
  [...text.normalize('NFD').replace(/\p{M}/gu, '')].reduce((sum, letter) => sum + (widths.get(letter) ?? 500), 0) *
  (size / 1000)

type RuleTextInput = {
  heading: string
  size: number
  lineWidth: number
  share: number
}

/**
 * A rule under a heading, as underlined no-break spaces: a template cannot measure, and Word underlines these. Its
 * length is that share of the heading's last line. Source: Decree 30/2020/NĐ-CP, Phụ lục I, Mục II.2.b and II.5.b.
 * @param size of the heading in points.
 * @param lineWidth points at which Word breaks the heading.
 */
export function ruleText({ heading, size, lineWidth, share }: RuleTextInput): string {
  return '\u00a0'.repeat(Math.round((widthOf(lastLine({ heading, size, lineWidth }), size) * share) / spaceWidth))
}

/** A no-break space set in 12 points, which is how the templates set a rule. */
const spaceWidth = 3

function lastLine({ heading, size, lineWidth }: { heading: string; size: number; lineWidth: number }): string {
  let line = ''
  for (const word of (heading.split('\n').at(-1) ?? '').split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    line = widthOf(longer, size) <= lineWidth ? longer : word
  }
  return line
}
