import type { PackageAnswer, PackageProduct } from '../../../shared/api/package-data.ts'
import type { ComparedProduct } from '../../../shared/api/packages.ts'
import { compareResults } from '../../../shared/domain/packages/compare-results.ts'
import { starOfResult } from '../../../shared/domain/packages/package-result.ts'
import { planList, type ListPlan } from '../../../shared/domain/register/plan-list.ts'
import type { RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import type { ListedRecognition, RegisterRow } from '../../../shared/domain/register/register-list.ts'
import type { PackageItem } from '../../db/queries/packages.ts'

/** An answer with the product here that it is about. */
export type Answered = { readonly answer: PackageAnswer; readonly productId: number | null }

/**
 * What the recognitions of these answers would write: the products are those of the package that was sent, whatever they are
 * called above. Answers that recognise nothing write nothing here.
 */
export function planDown(
  answered: readonly Answered[],
  register: readonly RegisteredProduct[],
  lowestStar: number,
): ListPlan {
  const byId = new Map(register.map((one) => [one.id, one]))
  const rows = answered.flatMap(({ answer, productId }) => {
    const recognition = recognitionOf(answer, lowestStar)
    if (recognition === null) return []
    return [asListed({ answer, recognition, product: productId === null ? undefined : byId.get(productId) })]
  })
  return planList({ rows, known: register, changes: [], year: 0 })
}

/** Null where no decision with a number recognises a star (QĐ 26/2026/QĐ-TTg, Điều 4: none names 1 or 2 stars). */
function recognitionOf({ result, decision, certificate }: PackageAnswer, lowestStar: number): ListedRecognition | null {
  const star = starOfResult(result)
  if (decision === null || star < lowestStar) return null
  return {
    star,
    score: result.meanText === '' ? null : Number(result.meanText.replace(',', '.')),
    decisionNumber: decision.code,
    decisionDate: decision.issuedOn,
    decisionYear: Number(decision.issuedOn.slice(0, 4)),
    validUntil: certificate?.expiresOn ?? null,
    certificateNumber: certificate?.code ?? null,
  }
}

type ToList = {
  readonly answer: PackageAnswer
  readonly recognition: ListedRecognition
  readonly product: RegisteredProduct | undefined
}

/** By the names that it has here, so that the register finds it by its own rule. */
function asListed({ answer, recognition, product }: ToList): RegisterRow {
  const { star, score, decisionNumber, decisionDate, validUntil } = recognition
  return {
    row: answer.row,
    state: 'sound',
    values: {
      product: product?.name ?? answer.name,
      producer: product?.producer.name ?? answer.producer,
      kind: null,
      commune: product?.commune ?? null,
      district: product?.district ?? null,
      star,
      score,
      decisionNumber,
      decisionDate,
      validUntil,
    },
    details: { code: '', representative: '', phone: '', address: '', application: '' },
    recognitions: [recognition],
    raw: {},
  }
}

/** The rows of an answer beside those of the package that it answers; rows of which only one tells have nothing to compare. */
export function compareRows(
  sent: readonly PackageItem[],
  answers: readonly Pick<PackageItem, 'row' | 'state' | 'reason' | 'facts' | 'productId'>[],
): readonly ComparedProduct[] {
  const below = new Map(sent.map((item) => [item.row, item]))
  return answers.map(({ row, state, reason, facts, productId }) => {
    const answer = facts as PackageAnswer
    const asked = below.get(row)
    const lower = asked === undefined ? null : (asked.facts as PackageProduct).result
    return {
      row,
      productId,
      name: answer.name,
      producer: answer.producer,
      state,
      reason,
      below: lower,
      above: answer.result,
      differences: lower === null ? [] : compareResults(lower, answer.result),
      decision: answer.decision,
      certificate: answer.certificate,
    }
  })
}
