import type { BallotChoices } from '../scoring/types.ts'
import { choiceAt, withChoice, type ChoiceText } from './choice-text.ts'

/** What choices make of those that they are laid over. */
export type LaidChoices = {
  readonly choices: ChoiceText
  /** Places of criteria in form order: those that had no answer, */
  readonly added: readonly number[]
  /** that had another one, */
  readonly replaced: readonly number[]
  /** and that had this one. */
  readonly same: readonly number[]
}

/** Lays choices over others of the same form; where they have no answer (null), what stands there stays. */
export function layChoices(before: ChoiceText, over: BallotChoices): LaidChoices {
  const answered = over.flatMap((to, index) => (to === null ? [] : [{ index, to, from: choiceAt(before, index) }]))
  const placesOf = (isOf: (place: (typeof answered)[number]) => boolean) =>
    answered.filter(isOf).map(({ index }) => index)
  return {
    choices: answered.reduce((text, { index, to }) => withChoice(text, index, to), before),
    added: placesOf(({ from }) => from === null),
    replaced: placesOf(({ from, to }) => from !== null && from !== to),
    same: placesOf(({ from, to }) => from === to),
  }
}

/** Takes a change of choices (`from` to `to`) back, but for what was answered otherwise since. */
export function takeChoicesBack(now: ChoiceText, { from, to }: ChangedChoices): ChoiceText {
  if (now.length !== from.length || now.length !== to.length) return now
  return [...now].map((character, at) => (character === to[at] ? (from[at] ?? character) : character)).join('')
}

export type ChangedChoices = { readonly from: ChoiceText; readonly to: ChoiceText }
