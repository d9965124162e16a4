import type { OfficePaper, OfficePaperKind } from '../../../shared/api/office-paper.ts'
import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import type { Withdrawal } from '../../../shared/api/aftercare.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { saysNothing, type GatheredPaper, type OfficePaperFacts } from '../../documents/office-papers/catalogue.ts'
import type { LapsingListFacts } from '../../documents/office-papers/lapsing-list.ts'
import type { IssuerFacts } from '../../documents/office-papers/issuer.ts'
import { readDossier, readLacking } from './dossier.ts'
import { invitedOf, readMeeting } from './meeting.ts'
import { readCertificatesOn, readGivenUntil } from '../register/certificates.ts'
import { readCommuneResults, readEnclosed, readNumbered } from './session-papers.ts'
import { readInvitation, readAnnounced, readRegisteredProducts } from './gather-lists.ts'
import { findWithdrawal } from '../../db/queries/withdrawals.ts'
import { listYearCounts } from '../../db/queries/years.ts'
import { toWithdrawal } from '../aftercare/withdrawals.ts'
import { requireFound } from '../commit.ts'
import { readOpinionRound } from '../opinions/read-round-facts.ts'
import { placedOn } from '../communes/communes-today.ts'
import { planFacts, recordFacts, summaryFacts } from './inspections.ts'
import { officeOfFile } from './office.ts'

/** What a paper of the office is made from. @throws Refusal `no-office`; `not-found` */
export type Gather = (paper: OfficePaper) => GatheredPaper

/** Gathers papers out of the file as it is now; what several of them read is read once. */
export function createGatherer(app: AppContext, db: ReadDb): Gather {
  const known = new Map<string, readonly RegisteredCertificate[]>()
  const certificatesOn = (day: string) => {
    const read = known.get(day) ?? readCertificatesOn(app, db, { day })
    known.set(day, read)
    return read
  }
  return (paper) => {
    const gather = gatherers[paper.kind] as (from: GatherFrom, paper: OfficePaper) => GatheredPaper['facts']
    return { kind: paper.kind, facts: gather({ app, db, certificatesOn }, paper) } as GatheredPaper
  }
}

/** The same of a paper that says something. @throws Refusal `no-office`, `document-unavailable` */
export function gatherSaying(gather: Gather, paper: OfficePaper): GatheredPaper {
  const gathered = gather(paper)
  if (saysNothing(gathered)) throw new Refusal('document-unavailable', { why: 'empty' })
  return gathered
}

type GatherFrom = {
  readonly app: AppContext
  readonly db: ReadDb
  /** Every certificate that decided on a day. */
  readonly certificatesOn: (day: string) => readonly RegisteredCertificate[]
}
type PaperOf<Kind extends OfficePaperKind> = Extract<OfficePaper, { readonly kind: Kind }>

/** One for each kind: what it reads of the file. */
const gatherers: {
  readonly [Kind in OfficePaperKind]: (from: GatherFrom, paper: PaperOf<Kind>) => OfficePaperFacts[Kind]
} = {
  invitation: ({ app, db }, { sessionId, to, beginsAt }) => {
    const meeting = readMeeting(app, db, sessionId)
    return { ...meeting, invited: invitedOf(meeting, to), beginsAt }
  },
  'attendance-sheet': ({ app, db }, { sessionId, of }) => ({ ...readMeeting(app, db, sessionId), of }),
  'printed-agenda': ({ app, db }, { sessionId, beginsAt, minutesEach }) => ({
    ...readMeeting(app, db, sessionId),
    beginsAt,
    minutesEach,
  }),
  'advisory-report': ({ app, db }, { sessionId }) => readMeeting(app, db, sessionId),
  'registration-form': ofRegistration,
  'self-assessment': ofRegistration,
  'commune-report': ofRegistration,
  'dossier-index': ofRegistration,
  'lacking-letter': ({ app, db }, { producerId, year, asOf, dueOn }) => ({
    ...issuerOn(app, db, asOf),
    ...readLacking(app, db, { producerId, year, asOf }),
    year,
    dueOn,
  }),
  'lapsing-list': ({ app, db }, { years, asOf, by }) =>
    lapsingFacts({ app, db }, { years, day: asOf, by: by ?? 'lapse' }),
  'reassessment-invitation': ({ app, db, certificatesOn }, { asOf, ...asked }) => {
    const issuer = issuerOn(app, db, asOf)
    const { reassessment: filing } = app.rules.dossiers(issuer.ruleSet.id)
    const invited = readInvitation(db, asked, certificatesOn(asOf))
    return { ...issuer, filing, ...invited, rows: invited.rows.map(placedOn<RegisteredCertificate>(db, asOf)) }
  },
  'commune-notice': ({ app, db }, { on, ...asked }) => ({
    ...issuerOn(app, db, on),
    ...readCommuneResults(db, asked),
  }),
  'covering-letter': ({ app, db }, { on, ...asked }) => ({ ...issuerOn(app, db, on), ...readEnclosed(db, asked) }),
  'document-register': ({ app, db }, { year, asOf }) => ({
    ...issuerOn(app, db, asOf),
    year,
    rows: readNumbered(db, { year, until: asOf }),
  }),
  'certificate-register': ({ app, db }, { year, asOf }) => ({
    ...issuerOn(app, db, asOf),
    year,
    rows: readGivenUntil(app, db, { day: asOf, year }),
  }),
  'new-year-count': ({ app, db }, { seq, asOf }) => ({
    ...issuerOn(app, db, asOf),
    count: listYearCounts(db).find((count) => count.seq === seq) ?? null,
  }),
  'registered-list': ({ app, db }, { year, asOf, by }) => ({
    ...issuerOn(app, db, asOf),
    ...readRegisteredProducts(app, db, { year, day: asOf, by }),
    year,
  }),
  'withdrawal-decision': ({ app, db }, { withdrawals, on }) => {
    const issuer = issuerOn(app, db, on)
    const cases = withdrawals.map((id) => {
      const row = requireFound(findWithdrawal(db, id))
      return placedOn<Withdrawal>(db, on)(toWithdrawal(app, db, { row, day: on }))
    })
    return { ...issuer, cases, isReady: cases.every(isReadyToDecide) }
  },
  'opinion-form': ({ app, db }, { roundId, memberId }) => {
    const facts = readOpinionRound(app, db, roundId)
    return { ...facts, member: facts.round.members.find(({ id }) => id === memberId) ?? null }
  },
  'opinion-summary': ({ app, db }, { roundId }) => readOpinionRound(app, db, roundId),
  'recognition-decision': ({ app, db }, { roundId }) => readOpinionRound(app, db, roundId),
  'inspection-record': ({ app, db }, asked) =>
    recordFacts(app, db, { ...asked, issuerOn: (day) => issuerOn(app, db, day) }),
  'inspection-plan': ({ app, db }, asked) =>
    planFacts(app, db, { ...asked, issuerOn: (day) => issuerOn(app, db, day) }),
  'inspection-summary': ({ app, db }, asked) =>
    summaryFacts(app, db, { ...asked, issuerOn: (day) => issuerOn(app, db, day) }),
}

/** It is this office's to draft, concluded, neither dropped nor decided by a paper of elsewhere. */
const isReadyToDecide = ({ isOfOffice, concludedOn, droppedOn, decision }: Withdrawal): boolean =>
  isOfOffice && concludedOn !== null && droppedOn === null && decision?.from !== 'typed'

type LapsingAsked = Pick<LapsingListFacts, 'by'> & { readonly years: readonly number[]; readonly day: string }

function lapsingFacts({ app, db }: Pick<GatherFrom, 'app' | 'db'>, { years, day, by }: LapsingAsked): LapsingListFacts {
  const inOrder = [...new Set(years)].toSorted((one, other) => one - other)
  return {
    ...issuerOn(app, db, day),
    by,
    years: inOrder.map((year) => ({ year, rows: readAnnounced(app, db, { day, year, by }) })),
  }
}

function ofRegistration({ app, db }: GatherFrom, { registrationId }: { readonly registrationId: number }) {
  const dossier = readDossier(app, db, registrationId)
  return { ...issuerOn(app, db, dossier.day), ...dossier }
}

/** Who issues a paper of a day, and the rules of that day. */
function issuerOn(app: AppContext, db: ReadDb, day: string): IssuerFacts {
  const office = officeOfFile(db)
  const ruleSet = ruleSetOn(app.rules.ruleSets, day)
  if (office === null) throw new Refusal('no-office')
  if (ruleSet === undefined) throw new Refusal('no-rules-on-day', { date: day })
  return { office: office.facts, ruleSet, day }
}
