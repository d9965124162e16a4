import { withoutHidden } from '../vietnamese/normalise-input.ts'

/**
 * True for a text that says something, on paper too: with a letter of the Vietnamese script or a figure, not marks, emoji,
 * spaces and signs that nobody sees alone. As what documents print of it is, it is read in its plain form (NFKC).
 */
export function isReason(text: string): boolean {
  return /[\p{Script=Latin}0-9]/u.test(withoutHidden(text).normalize('NFKC'))
}
