/**
 * The codes of a line as somebody types or copies it: between commas or spaces, with or without the words that stand before
 * a code on paper, with groups apart or together. What is no code comes as it stands, up to the next one.
 */
export function typedCodes(line: string): readonly string[] {
  return line
    .normalize()
    .replace(/mã kiểm chứng\s*:?/giu, ',')
    .split(/[,;\n]/)
    .flatMap(codesOfPart)
}

/** Groups go together until a code is full. */
function codesOfPart(part: string): readonly string[] {
  const groups = part.split(/\s+/).filter((group) => group !== '')
  const codes: string[] = []
  let code: readonly string[] = []
  for (const group of groups) {
    if (code.length > 0 && lettersOf([...code, group]) > lettersOfCode) {
      codes.push(code.join(' '))
      code = []
    }
    code = [...code, group]
  }
  return code.length === 0 ? codes : [...codes, code.join(' ')]
}

const lettersOfCode = 17

const lettersOf = (groups: readonly string[]): number => groups.join('').replace(/[^\p{L}\p{N}]/gu, '').length
