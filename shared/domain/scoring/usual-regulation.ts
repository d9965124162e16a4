import type { Regulation } from './types.ts'

/**
 * What a new council starts from until its own regulations say otherwise: the values that the session workbook takes
 * for blank cells too. The decisions leave them to the council (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 và 4); two thirds
 * and 10 points are practice of several provinces.
 */
export const usualRegulation: Regulation = {
  quorum: { numerator: 2, denominator: 3, needsChair: false },
  spreadLimit: 10,
  rounding: 'none',
  gateSettlement: 'majority',
  verification: 'off',
  memberSight: 'own-total',
  chairApproves: false,
  chairSeesDeviations: false,
  takesClearPaper: false,
}
