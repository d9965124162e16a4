import type { WrittenRound } from '../../../shared/api/opinions.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { isAgreed } from '../../../shared/domain/opinions/agreed.ts'
import type { WriteDb } from '../../db/handles.ts'
import {
  dropRecognition,
  findSameRecognition,
  insertRecognition,
  listRoundProducts,
  numberRecognition,
  updateRoundProduct,
} from '../../db/queries/opinions.ts'

type ByDecision = { readonly round: WrittenRound; readonly decision: { readonly number: string; readonly on: string } }

/**
 * Recognises again what was agreed on, by the decision of the authority: from its day the certificate's months run anew. What a
 * list told of that day's decision already is that recognition, under the number that the decision has. Answers the products' ids.
 */
export function recogniseAgreed(db: WriteDb, { round, decision }: ByDecision): readonly number[] {
  const agreed = round.products.filter(isAgreed)
  for (const { id, productId, name: productName, producerName, proposedStar: star, score } of agreed) {
    const same = findSameRecognition(db, { productId, star, decisionDate: decision.on })
    if (same !== null) numberRecognition(db, { id: same, decisionNumber: decision.number })
    const recognitionId =
      same ??
      insertRecognition(db, {
        productId,
        productName,
        producerName,
        star,
        score,
        decisionNumber: decision.number,
        decisionDate: decision.on,
      })
    updateRoundProduct(db, id, { recognitionId })
  }
  return agreed.map(({ productId }) => productId)
}

/** Takes back what a round's decision recognised. @throws Refusal `recognition-in-use` for one that is being withdrawn or was inspected */
export function takeRecognitionsBack(db: WriteDb, roundId: number): void {
  for (const { id, name, recognitionId } of listRoundProducts(db, roundId)) {
    if (recognitionId === null) continue
    updateRoundProduct(db, id, { recognitionId: null })
    if (!dropRecognition(db, recognitionId)) throw new Refusal('recognition-in-use', { name })
  }
}
