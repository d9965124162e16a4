import { stripMarks } from '../vietnamese/fold.ts'

/** What people put where there is nothing to say: `-`, `…`, `x`. */
export function isBlankMark(text: string): boolean {
  return /^[-–—_.…/\\x\s]*$/iu.test(text)
}

/** What people put for what stands above: `nt`, `-nt-`, `"`, `như trên`. */
export function isAsAbove(text: string): boolean {
  if (text.length > 20 || !/^[-–—_.\sn"“”″〃'‘’]/iu.test(text)) return false
  const plain = stripMarks(text).replace(/[-–—_.\s]+/gu, '')
  return /^(?:nt|nhutren|nhudongtren|nhuotren|["“”″〃''‘’]+)$/u.test(plain)
}
