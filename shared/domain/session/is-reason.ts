import { withoutHidden } from '../vietnamese/normalise-input.ts'

/** True for a text that says something: with a letter or a figure, not marks, spaces and signs that nobody sees alone. */
export function isReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(withoutHidden(text))
}
