import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import type { Findings, Spot } from './findings.ts'
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
  const at: SpotOf = (row, column) => findings.at({ sheet: sheetName, row, column })
  checkNumbers(at, product, mine)
  for (const round of mine) reportMissingRows(at, round)
  reportUncounted({ at, product, rounds, members })
  reportMixedCases(at, product, rounds)
  return rounds
}

type SpotOf = (row: number | null, column: string) => Spot

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
    return choices.every((choice) => choice === null) ? [] : [{ memberCode: code, choices, opinion: '' }]
  })
}

/**
 * A hole between rounds is a slip of the pen. A first round above 1 is not: a workbook exported while a product is
 * scored again holds its present round.
 */
function checkNumbers(at: SpotOf, { code }: CheckedProduct, scored: readonly ScoredRound[]): void {
  for (const [index, { round, rows }] of scored.entries()) {
    const before = scored[index - 1]?.round ?? 0
    if (round === before + 1) continue
    const { fault, notice } = at(firstRow(rows), scoreColumns.round.title)
    const [allowed, found] = [String(before + 1), String(round)]
    if (before === 0) notice(`Sản phẩm ${code} chỉ có điểm từ lần chấm ${round}`, allowed, found)
    else fault(`Sản phẩm ${code} có lần chấm ${round} nhưng không có lần chấm ${before + 1}`, allowed, found)
  }
}

/** A criterion without a row is not answered by anybody; never a zero. */
function reportMissingRows(at: SpotOf, scored: ScoredRound): void {
  const { product, round, rows } = scored
  const missing = criteriaWithoutRow(scored)
  if (missing.length === 0) return
  at(firstRow(rows), scoreColumns.criterion.title).notice(
    `Sản phẩm ${product.code}, lần chấm ${round} thiếu dòng của ${missing.length} tiêu chí: coi như chưa chấm`,
    missing.join('; '),
    'Không có',
  )
}

type Uncounted = {
  readonly at: SpotOf
  readonly product: CheckedProduct
  readonly rounds: readonly ImportedRound[]
  readonly members: readonly ImportedMember[]
}

function reportUncounted({ at, product, rounds, members }: Uncounted): void {
  const scoring = new Set(rounds.flatMap(({ ballots }) => ballots.map(({ memberCode }) => memberCode)))
  for (const { code, isPresent } of members.filter((member) => scoring.has(member.code))) {
    const exclusion = product.exclusions.find(({ memberCode }) => memberCode === code)
    const isRecused = exclusion?.kind === 'recused'
    if (isPresent && exclusion === undefined) continue
    at(null, code).notice(
      isRecused
        ? `Thành viên ${code} không tham gia chấm sản phẩm ${product.code} nhưng có điểm: điểm được giữ, không được tính`
        : `Thành viên ${code} vắng mặt nhưng có điểm của sản phẩm ${product.code}: điểm được giữ, không được tính`,
      '',
      product.code,
    )
  }
}

/** A product falls under one case; without it given, members may have chosen from both. */
function reportMixedCases(
  at: SpotOf,
  { code, form, criteriaCase }: CheckedProduct,
  rounds: readonly ImportedRound[],
): void {
  if (form === null || criteriaCase !== null) return
  const chosen = new Set(
    listCriteria(form).flatMap(({ criterion, index }) =>
      rounds.flatMap(({ ballots }) => ballots.map(({ choices }) => criterion.options[(choices[index] ?? 0) - 1]?.case)),
    ),
  )
  if (!chosen.has('a') || !chosen.has('b')) return
  at(null, productColumns.criteriaCase.title).notice(
    `Sản phẩm ${code} được chấm theo cả hai trường hợp a và b`,
    'Một trường hợp cho một sản phẩm',
    code,
  )
}

function firstRow(rows: ScoredRound['rows']): number | null {
  const numbers = [...rows.values()].map(({ row }) => row)
  return numbers.length === 0 ? null : Math.min(...numbers)
}
