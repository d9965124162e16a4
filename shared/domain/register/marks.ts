import { stripMarks } from '../vietnamese/fold.ts'

/** What people put where there is nothing to say: `-`, `…`, `x`. */
export function isBlankMark(text: string): boolean {
  return !beginsWord(text, 'x') && /^[-–—_.…/\\x\s]*$/iu.test(text)
}

/** What people put for what stands above: `nt`, `-nt-`, `"`, `như trên`. */
export function isAsAbove(text: string): boolean {
  if (text.length > 20 || beginsWord(text, 'n') || !/^[-–—_.\sn"“”″〃'‘’]/iu.test(text)) return false
  const plain = stripMarks(text).replace(/[-–—_.\s]+/gu, '')
  return /^(?:nt|nhutren|nhudongtren|nhuotren|["“”″〃''‘’]+)$/u.test(plain)
}

/** Whether a text begins with a plain letter or figure but that one, which a mark may begin with: nearly every cell does. */
function beginsWord(text: string, but: 'x' | 'n'): boolean {
  const first = text.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return true
  const small = first | 0x20
  return small >= 0x61 && small <= 0x7a && small !== but.charCodeAt(0)
}
