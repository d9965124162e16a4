import { countAnswered, readChoices } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { BallotRecord, ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { officeSetsOf } from './office-sets.ts'
import { rejectionWords, tellKnockouts } from './knockout-answers.ts'
import type { ImportedBallot, ImportedItem, ItemBackground, SessionImport } from './session-import.ts'

/**
 * What a session workbook can say of a recorded session; a threshold equal to the rule set's is blank.
 * `backgrounds`: by the items' ids, what the record does not hold.
 */
export function toSessionImport(
  record: SessionRecord,
  backgrounds: ReadonlyMap<number, ItemBackground> = new Map(),
): SessionImport {
  const { ruleSet, level, council, session, regulation, members } = record
  const own = findLevelRule(record)?.referral?.threshold ?? null
  return {
    ruleSetId: ruleSet.id,
    level,
    council,
    session: {
      year: session.year,
      round: session.round,
      heldOn: session.heldOn,
      place: session.place,
      referralThreshold: record.referralThreshold === own ? null : record.referralThreshold,
    },
    regulation,
    members: members.map(({ id: _id, ...member }) => member),
    items: record.items.map((item) => toImportedItem(item, members, backgrounds.get(item.id) ?? noBackground)),
    officeSets: officeSetsOf(record.items.map(({ form }) => form)),
  }
}

const noBackground: ItemBackground = {
  samplesReceived: 0,
  dossierStatus: 'unchecked',
  dossierNote: '',
  phone: '',
  representative: '',
  address: '',
  knockouts: [],
}

function toImportedItem(item: ItemRecord, members: SessionRecord['members'], background: ItemBackground): ImportedItem {
  return {
    ...background,
    code: item.code,
    productName: item.productName,
    producerName: item.producerName,
    producerKind: item.producerKind,
    commune: item.commune,
    district: item.district,
    setNumber: item.form.setNumber,
    criteriaSetId: item.form.id,
    application: item.application,
    criteriaCase: item.criteriaCase,
    isRejected: item.rejections.length > 0,
    rejectionReason: rejectionWords(item.rejections),
    knockouts: tellKnockouts(background.knockouts),
    exclusions: members.flatMap(({ id, code: memberCode }) => {
      const own = item.exclusions.find(({ memberId }) => memberId === id)
      return own === undefined ? [] : [{ memberCode, kind: own.kind, reason: own.reason }]
    }),
    rounds: roundsOf(item).map(({ round, ballots }) => ({ round, ballots: toImportedBallots(ballots, members) })),
    agreedLevels: listCriteria(item.form).flatMap(({ criterion }) => {
      const option = item.agreedLevels[criterion.code]
      const reason = item.agreedReasons[criterion.code] ?? ''
      return option === undefined ? [] : [{ criterionCode: criterion.code, option, reason }]
    }),
  }
}

/** Earlier rounds, where the record carries their ballots, then the present one. */
const roundsOf = (
  item: ItemRecord,
): readonly { readonly round: number; readonly ballots: readonly BallotRecord[] }[] => [
  ...item.earlierRounds.flatMap(({ number, ballots }) => (ballots === undefined ? [] : [{ round: number, ballots }])),
  { round: item.round, ballots: item.ballots },
]

const toImportedBallots = (
  ballots: readonly BallotRecord[],
  members: SessionRecord['members'],
): readonly ImportedBallot[] =>
  members.flatMap(({ id, code }) => {
    const ballot = ballots.find(({ memberId, state }) => memberId === id && state !== 'superseded')
    // Words without a point are written out all the same: who reads them in is told that no points stand beside them.
    return ballot === undefined || (countAnswered(ballot.choices) === 0 && ballot.opinion === '')
      ? []
      : [{ memberCode: code, choices: readChoices(ballot.choices), opinion: ballot.opinion }]
  })
