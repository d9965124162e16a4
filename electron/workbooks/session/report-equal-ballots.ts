import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { Findings } from './findings.ts'
import { sheetNames } from './layout.ts'
import type { ImportedItem, ImportedMember } from './session-import.ts'

type Scored = { readonly items: readonly ImportedItem[]; readonly formOf: (code: string) => CriteriaSet | null }

/** Fewer answers that are all alike are no wonder. */
const fewest = 20

/**
 * Members who chose alike in every criterion of every product that they scored: one ballot may have been copied from the
 * other. It is allowed, and said.
 */
export function reportEqualBallots(
  findings: Findings,
  members: readonly ImportedMember[],
  { items, formOf }: Scored,
): void {
  const groups = Map.groupBy(members, ({ code }) => choicesOf(code, { items, formOf }))
  for (const [choices, same] of groups) {
    if (choices === '' || same.length < 2) continue
    const count = choices.split(',').length
    findings
      .at({ sheet: sheetNames.scores, row: null, column: same.map(({ code }) => code).join('; ') })
      .notice(`Phiếu của các thành viên này giống nhau ở cả ${count} tiêu chí; cần xem có phiếu nào chép nhầm không`)
  }
}

/** All that a member chose in the last rounds; empty where anything is missing, or where too little was asked. */
function choicesOf(member: string, { items, formOf }: Scored): string {
  const all = items.flatMap(({ code, rounds }) => {
    const ballot = rounds.at(-1)?.ballots.find(({ memberCode }) => memberCode === member)
    const form = formOf(code)
    if (ballot === undefined || form === null) return []
    return listCriteria(form).map((_, index) => ({ code, choice: ballot.choices[index] ?? null }))
  })
  if (all.length < fewest || all.some(({ choice }) => choice === null)) return ''
  return all.map(({ code, choice }) => `${code.replaceAll(',', '')}:${choice}`).join(',')
}
