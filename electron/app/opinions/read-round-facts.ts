import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findRound } from '../../db/queries/opinions.ts'
import type { OpinionRoundFacts } from '../../documents/office-papers/opinions/opinion-facts.ts'
import { requireFound } from '../commit.ts'
import { officeFor } from '../office-papers/office.ts'
import { readRound } from './read-rounds.ts'

/** A round of written opinions as its papers print it. @throws Refusal `not-found` */
export function readOpinionRound(app: AppContext, db: ReadDb, roundId: number): OpinionRoundFacts {
  const row = requireFound(findRound(db, roundId))
  const { name, province, district, foundingDecisionNumber, foundingDecisionDate, regulationNumber } = row
  return {
    office: officeFor(db, { level: row.level, province, district }),
    ruleSet: requireFound(app.rules.ruleSet(row.ruleSetId)),
    day: row.sentOn,
    round: readRound(app, db, roundId),
    council: { name, province, district, foundingDecisionNumber, foundingDecisionDate, regulationNumber },
  }
}
