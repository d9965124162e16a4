/**
 * The keys that may stand behind a letter which a Vietnamese input method put in place of the one before: it sends
 * Backspace and `đ` for the second d of Telex, or for the 9 of VNI. Telex first; none for any other key.
 */
export function joinedKeys(key: string): readonly string[] {
  if (!/^\p{L}$/u.test(key) || /^[a-z]$/i.test(key)) return []
  const [base = '', ...marks] = key.toLowerCase().normalize('NFD')
  const mark = marks.at(-1)
  if (mark === undefined) return base === 'đ' ? ['d', '9'] : []
  return mark === '\u0302' ? [base, '6'] : (keysOfMark[mark] ?? [])
}

/** How soon after its Backspace an input method sends the letter, milliseconds. */
export const inputMethodMs = 40

const keysOfMark: Readonly<Partial<Record<string, readonly string[]>>> = {
  '\u0301': ['s', '1'],
  '\u0300': ['f', '2'],
  '\u0309': ['r', '3'],
  '\u0303': ['x', '4'],
  '\u0323': ['j', '5'],
  '\u0306': ['w', '8'],
  '\u031B': ['w', '7'],
}
