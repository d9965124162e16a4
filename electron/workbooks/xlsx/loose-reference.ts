import { spansOf } from './formula-references.ts'

/** `quoted`: an address in a text; `counted`: rows said by their number. No program moves these along with rows. */
export type LooseReference = 'quoted' | 'counted'

/**
 * How a formula may speak of rows of a sheet by something else than a reference; null where it does not. What its text
 * becomes only in the sheet (`INDIRECT(A1)`) may be any address.
 * @param home the sheet on which it stands; null for one that stands on none, such as a name
 */
export function looseReference(formula: string, home: string | null, sheet: string): LooseReference | null {
  if (!/(?:INDIRECT|EVALUATE|HYPERLINK|OFFSET|ADDRESS)\s*\(/i.test(formula)) return null
  const isHere = (text: string): boolean => spansOf(text, home ?? sheet, sheet).length > 0
  const found = callsIn(formula).map(([name, argument]): LooseReference | null => {
    const text = /^"((?:[^"]|"")*)"$/.exec(argument)?.[1]?.replaceAll('""', '"')
    switch (name) {
      case 'INDIRECT':
      case 'EVALUATE':
        return text === undefined || isHere(text) || byRowAndColumn.test(text) ? 'quoted' : null
      case 'HYPERLINK':
        return (text === undefined ? argument.includes('"#') : text.startsWith('#') && isHere(text.slice(1)))
          ? 'quoted'
          : null
      case 'OFFSET':
        return isHere(argument) || !plainReference.test(argument) ? 'counted' : null
      case 'ADDRESS':
        return 'counted'
      default:
        return null
    }
  })
  return found.includes('quoted') ? 'quoted' : found.includes('counted') ? 'counted' : null
}

/** `R7C2`, `Sheet1!R[-1]C`. */
const byRowAndColumn = /(?:^|!)R(?:\d+|\[-?\d+\])?C(?:\d+|\[-?\d+\])?(?![\p{L}(])/iu
const plainReference =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu

/** Each call outside of quotes, its name in capitals, with its first argument. */
function callsIn(formula: string): readonly (readonly [name: string, argument: string])[] {
  return [...formula.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\p{N}_.]*)\s*\(/giu)].flatMap((match) =>
    match[1] === undefined
      ? []
      : [[match[1].toUpperCase(), firstArgument(formula, match.index + match[0].length)] as const],
  )
}

function firstArgument(formula: string, from: number): string {
  let depth = 0
  for (const { 0: sign, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),;]/g)) {
    if (depth === 0 && (sign === ',' || sign === ';' || sign === ')')) return formula.slice(from, from + index).trim()
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
  }
  return formula.slice(from).trim()
}
