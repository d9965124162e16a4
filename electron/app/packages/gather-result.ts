import type { PackageResult, PackageSession } from '../../../shared/domain/packages/package-result.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { explainItem } from '../../../shared/domain/session/reason-text.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { withPrintedMarks } from '../../documents/outcome.ts'

/** A session as another office reads it. */
export function packageSession(record: SessionRecord): PackageSession {
  const { session, level, council, ruleSet, referralThreshold, digest } = record
  return {
    level,
    year: session.year,
    round: session.round,
    heldOn: session.heldOn,
    council: council.name,
    province: council.province,
    district: council.district,
    ruleSetId: ruleSet.id,
    ruleSetTitle: ruleSet.shortTitle,
    threshold: referralThreshold,
    floors: floorsOf(record),
    digest,
  }
}

/** What papers print of a product, and the counts behind it; nothing of a single ballot. */
export function packageResult(item: ItemRecord, record: SessionRecord): PackageResult {
  const { form, round, conclusion } = item
  const { result } = withPrintedMarks(item)
  return {
    setNumber: form.setNumber,
    setName: form.name,
    ballots: result.countedBallots,
    mean: result.mean,
    meanText: formatMean(result.mean, floorsOf(record)),
    parts: result.partMeans,
    band: result.band,
    star: result.star,
    spread: result.spread,
    rounds: round,
    isReferred: result.isReferred,
    rejections: item.rejections.map(({ question, reason }) =>
      [question, reason].filter((text) => text !== '').join(': '),
    ),
    gates: result.gates.map(({ criterionCode, star, holds, reachedBy, countedBallots }) => ({
      criterion: criterionCode,
      star,
      holds,
      reachedBy,
      ballots: countedBallots,
    })),
    conclusion,
    reasons: explainItem(item),
  }
}
