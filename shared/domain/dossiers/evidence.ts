/** What an office said of one file of a dossier: that it proves a criterion, or that it does not. */
export type SaidOfEvidence = { readonly criterion: string; readonly proves: boolean }

/**
 * Codes of the criteria that a file proves: those of its item by the dossier rules, but for what the office said of the file
 * itself.
 */
export function criteriaProvedByFile(ofItem: readonly string[], said: readonly SaidOfEvidence[]): readonly string[] {
  const denied = new Set(said.filter(({ proves }) => !proves).map(({ criterion }) => criterion))
  const added = said.filter(({ proves }) => proves).map(({ criterion }) => criterion)
  return [...new Set([...ofItem, ...added])].filter((code) => !denied.has(code)).toSorted(byCode)
}

/** `2.3` before `10`: part by part as numbers. */
function byCode(a: string, b: string): number {
  const [ofA, ofB] = [a, b].map((code) => code.split('.').map(Number)) as [number[], number[]]
  for (let at = 0; at < Math.max(ofA.length, ofB.length); at += 1) {
    const difference = (ofA[at] ?? -1) - (ofB[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
