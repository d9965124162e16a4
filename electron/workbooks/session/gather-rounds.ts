import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import type { Findings, Place } from './findings.ts'
import { productColumns, scoreColumns } from './layout.ts'
import { criteriaWithoutRow, type ScoredRound } from './scored-round.ts'
import type { ImportedBallot, ImportedMember, ImportedRound } from './session-import.ts'

/** The rounds of one product, ascending, with what is odd about them told. */
export function gatherRounds({
  sheetName,
  product,
  scored,
  members,
  findings,
}: {
  sheetName: string
  product: CheckedProduct
  scored: readonly ScoredRound[]
  members: readonly ImportedMember[]
  findings: Findings
}): readonly ImportedRound[] {
  const mine = scored
    .filter((round) => round.product.code === product.code)
    .sort((left, right) => left.round - right.round)
  const rounds = mine.map((round) => ({ round: round.round, ballots: gatherBallots({ scored: round, members }) }))
  const context = { sheetName, product, findings }
  checkNumbers({ ...context, scored: mine })
  for (const round of mine) reportMissingRows({ ...context, scored: round })
  reportUncounted({ ...context, rounds, members })
  reportMixedCases({ ...context, rounds })
  return rounds
}

type Context = { readonly sheetName: string; readonly product: CheckedProduct; readonly findings: Findings }

function gatherBallots({
  scored: { product, rows },
  members,
}: {
  scored: ScoredRound
  members: readonly ImportedMember[]
}): readonly ImportedBallot[] {
  if (product.form === null) return []
  const criteria = listCriteria(product.form)
  return members.flatMap(({ code }) => {
    const choices = criteria.map(({ index }) => rows.get(index)?.choices.get(code) ?? null)
    return choices.every((choice) => choice === null) ? [] : [{ memberCode: code, choices }]
  })
}

const placeOf = (sheetName: string, row: number | null, column: string): Place => ({ sheet: sheetName, row, column })

/**
 * A hole between rounds is a slip of the pen. A first round above 1 is not: a workbook exported while a product is
 * scored again holds its present round.
 */
function checkNumbers({ sheetName, product, findings, scored }: Context & { scored: readonly ScoredRound[] }): void {
  for (const [index, { round, rows }] of scored.entries()) {
    const before = scored[index - 1]?.round ?? 0
    if (round === before + 1) continue
    const finding = {
      place: placeOf(sheetName, firstRow(rows), scoreColumns.round.title),
      message:
        before === 0
          ? `Sản phẩm ${product.code} chỉ có điểm từ lần chấm ${round}`
          : `Sản phẩm ${product.code} có lần chấm ${round} nhưng không có lần chấm ${before + 1}`,
      found: String(round),
      allowed: String(before + 1),
    }
    if (before === 0) findings.notice(finding)
    else findings.fault(finding)
  }
}

/** A criterion without a row is not answered by anybody; never a zero. */
function reportMissingRows({ sheetName, product, findings, scored }: Context & { scored: ScoredRound }): void {
  const missing = criteriaWithoutRow(scored)
  if (missing.length === 0) return
  findings.notice({
    place: placeOf(sheetName, firstRow(scored.rows), scoreColumns.criterion.title),
    message: `Sản phẩm ${product.code}, lần chấm ${scored.round} thiếu dòng của ${missing.length} tiêu chí: coi như chưa chấm`,
    found: 'Không có',
    allowed: missing.join('; '),
  })
}

function reportUncounted({
  sheetName,
  product,
  findings,
  rounds,
  members,
}: Context & { rounds: readonly ImportedRound[]; members: readonly ImportedMember[] }): void {
  const scoring = new Set(rounds.flatMap(({ ballots }) => ballots.map(({ memberCode }) => memberCode)))
  for (const { code, isPresent } of members.filter((member) => scoring.has(member.code))) {
    const isRecused = product.recusedMemberCodes.includes(code)
    if (isPresent && !isRecused) continue
    findings.notice({
      place: placeOf(sheetName, null, code),
      message: isRecused
        ? `Thành viên ${code} không tham gia chấm sản phẩm ${product.code} nhưng có điểm: điểm được giữ, không được tính`
        : `Thành viên ${code} vắng mặt nhưng có điểm của sản phẩm ${product.code}: điểm được giữ, không được tính`,
      found: product.code,
      allowed: '',
    })
  }
}

/** A product falls under one case; without it given, members may have chosen from both. */
function reportMixedCases({
  sheetName,
  product,
  findings,
  rounds,
}: Context & { rounds: readonly ImportedRound[] }): void {
  if (product.form === null || product.criteriaCase !== null) return
  const chosen = new Set(
    listCriteria(product.form).flatMap(({ criterion, index }) =>
      rounds.flatMap(({ ballots }) => ballots.map(({ choices }) => criterion.options[(choices[index] ?? 0) - 1]?.case)),
    ),
  )
  if (!chosen.has('a') || !chosen.has('b')) return
  findings.notice({
    place: placeOf(sheetName, null, productColumns.criteriaCase.title),
    message: `Sản phẩm ${product.code} được chấm theo cả hai trường hợp a và b`,
    found: product.code,
    allowed: 'Một trường hợp cho một sản phẩm',
  })
}

function firstRow(rows: ScoredRound['rows']): number | null {
  const numbers = [...rows.values()].map(({ row }) => row)
  return numbers.length === 0 ? null : Math.min(...numbers)
}
