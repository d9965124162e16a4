import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { OfficePaperListing } from '../../../shared/api/office-papers.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { doubtOfDueDay } from '../../../shared/domain/dossiers/due-day.ts'
import { nextNumber, numbersInSeries, unusedNumbers } from '../../../shared/domain/documents/number-series.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'
import { doubtsOfPaperDays } from '../../../shared/domain/session/doubts.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import {
  findLastRegisterRow,
  findOfficePaperRow,
  insertRegisterRow,
  listNumbersOfYear,
  listOfficePaperRows,
} from '../../db/queries/documents.ts'
import { saveOffice } from '../../db/queries/office.ts'
import { findOfficePaperEvent } from '../../db/queries/paper-events.ts'
import { digestOfFacts } from '../../documents/document-facts.ts'
import { issueCode, issueDefaults } from '../../documents/issue.ts'
import {
  daysOf,
  modelOf,
  officePapers,
  saysNothing,
  type GatheredPaper,
} from '../../documents/office-papers/catalogue.ts'
import { paperFacts } from '../../documents/office-papers/paper-facts.ts'
import { textsOnPaper } from '../../documents/office-papers/texts-on-paper.ts'
import { hasOddSigns } from '../../documents/printable-text.ts'
import { requireDecidable } from '../aftercare/withdrawals.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { doubtOfOrder, refuseNumber } from '../documents/numbering-rules.ts'
import { keepNumbered } from '../documents/keep-issued.ts'
import { issueOf } from '../documents/register-entries.ts'
import { decideRound } from '../opinions/decide-round.ts'
import { procedures } from '../procedures.ts'
import { doubtOfClock, requireAccepted } from '../require-accepted.ts'
import { askedOf, footOf, stalenessNow, toOfficeEntry } from './entries.ts'
import { withFilesSeen } from './files-seen.ts'
import { createGatherer, gatherSaying, type Gather } from './gather.ts'
import { offerInvitations } from './invitations.ts'
import { officeOfFile } from './office.ts'
import { offerCommuneNotices } from './session-papers.ts'

export function officePapersHandlers(app: AppContext) {
  return {
    office: procedures.officePapers.office.handler(() => officeOfFile(openDb(app))),

    look: procedures.officePapers.look.handler(({ input }) => {
      const db = openDb(app)
      const gather = createGatherer(app, db)
      return input.papers.map((paper) => lookAt(db, paper, gather))
    }),

    unprintable: procedures.officePapers.unprintable.handler(async ({ input, signal }) => {
      const db = openDb(app)
      const gather = createGatherer(app, db)
      const texts = input.papers.flatMap((paper) => {
        const row = rowOf(db, paper)
        return textsOnPaper(gather(paper), row === null ? null : issueOf(row))
      })
      const odd = [...new Set(texts)].filter(hasOddSigns)
      return odd.length === 0 ? [] : app.work.run('find-unprintable', { texts: odd }, { signal })
    }),

    render: procedures.officePapers.render.handler(async ({ input, signal }) => {
      const db = openDb(app)
      const { papers, format } = input
      const [first] = papers
      if (new Set(papers.map(({ kind }) => kind)).size > 1 || first === undefined) throw new Refusal('not-found')
      if (!officePapers[first.kind].formats.includes(format)) throw new Refusal('format-not-offered', { format })
      const gather = createGatherer(app, db)
      const rows = papers.map((paper) => rowOf(db, paper))
      const gathered = papers.map((paper) => gatherSaying(gather, paper))
      const seen = await Promise.all(gathered.map((one, index) => withFilesSeen(app, one, papers[index])))
      const asked = seen.map((paper, index) => {
        const row = rows[index] ?? null
        return {
          ...paper,
          issue: row === null ? null : issueOf(row),
          isChanged: row !== null && stalenessNow(gather, row).changes.length > 0,
        }
      })
      const events = new Set(rows.map((row) => (row === null ? null : (findOfficePaperEvent(db, row)?.hash ?? null))))
      const [hash = null] = events
      const foot = events.size === 1 && !asked.some(({ isChanged }) => isChanged) ? footOf(app, hash) : ''
      const job = { papers: asked, format, now: app.clock.now(), foot }
      const { bytes, fileName, mimeType } = await app.work.run('render-papers', job, { signal })
      return new File([bytes], fileName, { type: mimeType })
    }),

    propose: procedures.officePapers.propose.handler(({ input }) => {
      const db = openDb(app)
      const { paper } = input
      const byDecree = requireFound(issueDefaults(modelOf(createGatherer(app, db)(paper))))
      const last = findLastRegisterRow(db, paper.kind)
      const issuedOn = input.issuedOn ?? vietnamDay(app.clock.now())
      const symbol = input.symbol ?? last?.symbol ?? byDecree.symbol
      const taken = numbersInSeries(listNumbersOfYear(db, parseIsoDate(issuedOn).year), symbol)
      return {
        number: nextNumber(taken),
        symbol,
        issuedOn,
        posts: [...(last?.posts ?? byDecree.posts)],
        signer: last?.signer ?? byDecree.signer,
        recipients: [...byDecree.recipients],
        unused: unusedNumbers(taken, 10),
      }
    }),

    list: procedures.officePapers.list.handler(({ input }) => {
      const db = openDb(app)
      const gather = createGatherer(app, db)
      return listOfficePaperRows(db, input.year).map((row) => ({
        paper: askedOf(row),
        entry: toOfficeEntry(db, row, gather),
      }))
    }),

    ofSession: procedures.officePapers.ofSession.handler(({ input }) => ({
      communeNotices: offerCommuneNotices(openDb(app), { ...input, on: vietnamDay(app.clock.now()) }),
    })),

    invitations: procedures.officePapers.invitations.handler(({ input }) => offerInvitations(app, openDb(app), input)),

    ...commandsAt(app, 'officePapers').inside({
      setOffice: (db, { input }) => {
        const from = officeOfFile(db)
        saveOffice(db, input)
        const detail = { from: from?.isSaid === true ? from.facts : null, to: input }
        return { result: undefined, audit: { subject: 'workspace', detail } }
      },
    }),

    ...commandsAt(app, 'officePapers').around({
      enter: async ({ input, commit }) => {
        const { papers, issue, reason } = input
        const ids = commit((db, now) => {
          const gather = createGatherer(app, db)
          const doubts = doubtsOfPapers(app, db, { papers, gather, issue })
          const entered = papers.map((paper, place) =>
            enterPaper(app, db, {
              paper,
              gather,
              issue: { ...issue, number: issue.number + place },
              reason,
              now,
              of: papers.length,
            }),
          )
          // Asked last: what is refused is so whatever is accepted, and a question takes back what was entered.
          const accepted = requireAccepted(doubts, input.accepted)
          const { symbol, number: firstNumber, issuedOn } = issue
          const [{ kind }] = papers as [OfficePaper]
          const detail = { kind, ids: entered, symbol, firstNumber, issuedOn, reason, ...accepted }
          return { result: entered, audit: { subject: 'workspace', detail } }
        })
        const db = openDb(app)
        const row = listOfficePaperRows(db, undefined).find(({ id }) => id === ids[0])
        await keepNumbered(app, row === undefined ? undefined : findOfficePaperEvent(db, row)?.seq)
        return { ids }
      },
    }),
  }
}

const rowOf = (db: ReadDb, paper: OfficePaper) => findOfficePaperRow(db, paper.kind, canonicalJson(paper))

function lookAt(db: ReadDb, paper: OfficePaper, gather: Gather): OfficePaperListing {
  const { formats } = officePapers[paper.kind]
  const row = rowOf(db, paper)
  const entry = row === null ? null : toOfficeEntry(db, row, gather)
  if (officeOfFile(db) === null) return { formats, unavailable: 'no-office', isNumbered: false, entry }
  const gathered = gather(paper)
  const isNumbered = issueDefaults(modelOf(gathered)) !== null
  return { formats, unavailable: saysNothing(gathered) ? 'empty' : null, isNumbered, entry }
}

/** Of letters that ask for something by a day. */
function doubtsOfDueDays(papers: readonly OfficePaper[], issuedOn: string): readonly DoubtKind[] {
  const doubts = papers.map((paper) => (paper.kind === 'lacking-letter' ? doubtOfDueDay(paper.dueOn, issuedOn) : null))
  return [...new Set(doubts)].filter((doubt) => doubt !== null)
}

type ToEnter = {
  readonly paper: OfficePaper
  readonly gather: Gather
  readonly issue: DocumentIssue
  readonly reason: string
  readonly now: string
  /** How many are numbered at once. */
  readonly of: number
}

/**
 * A certificate is withdrawn once, on what was concluded and on a day that has come.
 *
 * @throws Refusal `withdrawal-decided` where another paper with a number decides on a case, `decided-before-conclusion`,
 * `day-to-come`
 */
function requireWithdrawable(gathered: GatheredPaper, issuedOn: string, today: string): void {
  if (gathered.kind !== 'withdrawal-decision') return
  const decided = gathered.facts.cases.find(({ decision }) => decision !== null)
  if (decided !== undefined) {
    throw new Refusal('withdrawal-decided', { name: decided.productName, code: decided.decision?.code ?? '' })
  }
  for (const { concludedOn } of gathered.facts.cases) requireDecidable(issuedOn, { concludedOn, today })
}

type Dated = { readonly papers: readonly OfficePaper[]; readonly gather: Gather; readonly issue: DocumentIssue }

/** What is most likely a mistake about the date and numbers that papers are to have. */
function doubtsOfPapers(app: AppContext, db: ReadDb, { papers, gather, issue }: Dated): readonly DoubtKind[] {
  const today = vietnamDay(app.clock.now())
  const ofDays = papers.flatMap((paper) => doubtsOfPaperDays(issue.issuedOn, { ...daysOf(gather(paper)), today }))
  const order = doubtOfOrder(db, { issue, count: papers.length })
  return [...new Set([...doubtOfClock(app, db), ...ofDays, ...order, ...doubtsOfDueDays(papers, issue.issuedOn)])]
}

/** @returns the id in the register. */
function enterPaper(app: AppContext, db: WriteDb, { paper, gather, issue, reason, now, of }: ToEnter): number {
  const live = rowOf(db, paper)
  if (live !== null) throw new Refusal('document-numbered', { code: issueCode(live) })
  const gathered = gatherSaying(gather, paper)
  requireWithdrawable(gathered, issue.issuedOn, vietnamDay(now))
  const model = modelOf(gathered)
  requireFound(issueDefaults(model))
  const { year } = parseIsoDate(issue.issuedOn)
  const fault = refuseNumber(db, { ...issue, year, reason })
  const dataFacts = paperFacts(model)
  const id = insertRegisterRow(db, {
    ...issue,
    signerPost: issue.signerPost ?? null,
    recipients: of === 1 ? issue.recipients : model.recipients,
    sessionId: null,
    kind: paper.kind,
    year,
    reason: fault === null ? '' : reason,
    dataDigest: digestOfFacts(dataFacts),
    dataFacts,
    registeredAt: now,
    paper: canonicalJson(paper),
  })
  if (paper.kind === 'recognition-decision') {
    decideRound(app, db, { ...paper, decision: { number: issueCode(issue), on: issue.issuedOn }, now })
  }
  return id
}
