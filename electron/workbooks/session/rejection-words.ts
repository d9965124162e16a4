import type { Rejection } from '../../../shared/domain/scoring/types.ts'

/** Why a product was rejected, in the one cell that the products' sheet has for it. */
export function rejectionWords(rejections: readonly Rejection[]): string {
  return rejections.map(({ question, reason }) => (reason === '' ? question : reason)).join('; ')
}
