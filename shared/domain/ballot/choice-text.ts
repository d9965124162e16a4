import type { BallotChoices } from '../scoring/types.ts'

/**
 * A ballot's choices as its row keeps them, one character a criterion in form order: `.` not answered, `0` no level
 * reached, `1` to `9` the printed option. No form of QĐ 148/QĐ-TTg or QĐ 26/2026/QĐ-TTg prints more than nine.
 */
export type ChoiceText = string

const unanswered = 46 // '.'
const zero = 48

/** No criterion answered. */
export function emptyChoices(criteria: number): ChoiceText {
  return '.'.repeat(criteria)
}

/** The choices in form order: an option's number, 0, or null where nothing is answered. */
export function readChoices(text: ChoiceText): (number | null)[] {
  const choices: (number | null)[] = []
  // Room for all of them at once: a list that grows as it fills is copied again and again.
  choices.length = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    choices[index] = code === unanswered ? null : code - zero
  }
  return choices
}

/** @throws RangeError for an option that has no character of its own */
export function writeChoices(choices: BallotChoices): ChoiceText {
  return choices.map(characterOf).join('')
}

/** The text with one criterion answered otherwise. @throws RangeError where the form has no such criterion */
export function withChoice(text: ChoiceText, criterion: number, option: number | null): ChoiceText {
  if (!Number.isInteger(criterion) || criterion < 0 || criterion >= text.length) {
    throw new RangeError(`no criterion ${criterion} in a form of ${text.length}`)
  }
  return text.slice(0, criterion) + characterOf(option) + text.slice(criterion + 1)
}

/** The choice of one criterion; null where it is not answered or not in the form. */
export function choiceAt(text: ChoiceText, criterion: number): number | null {
  // Asked first: the code of no character would make every code a float.
  if (criterion >= text.length) return null
  const code = text.charCodeAt(criterion)
  return code === unanswered ? null : code - zero
}

/** How many criteria are answered. */
export function countAnswered(text: ChoiceText): number {
  let answered = 0
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) !== unanswered) answered += 1
  return answered
}

/** Choices as the screens have them, or as a row keeps them already, for whoever adds them up. */
export function toText(choices: ChoiceText | BallotChoices): ChoiceText {
  if (typeof choices === 'string') return choices
  return String.fromCharCode(...choices.map((option) => (option === null ? unanswered : zero + option)))
}

function characterOf(option: number | null): string {
  if (option === null) return '.'
  if (!Number.isInteger(option) || option < 0 || option > 9) throw new RangeError(`no character for option ${option}`)
  return String(option)
}
