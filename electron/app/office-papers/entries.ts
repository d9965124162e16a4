import type { RegisterEntry } from '../../../shared/api/document-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listOfficePaperRows, readRegisterRows, type RegisterRow } from '../../db/queries/documents.ts'
import { findOfficePaperEvent, type PaperEvent } from '../../db/queries/paper-events.ts'
import type { DocumentFacts } from '../../documents/document-facts.ts'
import { modelOf } from '../../documents/office-papers/catalogue.ts'
import { paperChanges, paperFacts } from '../../documents/office-papers/paper-facts.ts'
import { codeLine } from '../../documents/paper-code.ts'
import { requireFound } from '../commit.ts'
import { issuedPaper } from '../documents/issued-papers.ts'
import { codeOf, fresh, issueOf, registerEntry, type Staleness } from '../documents/register-entries.ts'
import { createGatherer, type Gather } from './gather.ts'

/** A row of the register that is of the office, as the screen shows it. */
export function toOfficeEntry(db: ReadDb, row: RegisterRow, gather: Gather): RegisterEntry {
  const event = findOfficePaperEvent(db, row)
  const staleness = row.voidedAt === null ? stalenessNow(gather, row) : fresh
  const isMovedOn = () => row.voidedAt !== null || staleness.staleSince !== null
  const issued = event === null ? null : issuedPaper(db, { sessionId: null, seq: event.seq, isMovedOn })
  return registerEntry(row, { event, staleness, issued, former: [], about: aboutOf(row) })
}

/** To whom a paper goes; what it is about where it goes to nobody in particular. */
function aboutOf({ dataFacts }: RegisterRow): string {
  return dataFacts['addressee'] ?? dataFacts['subject'] ?? ''
}

/** What was asked for when the paper of a row got its number. */
export function askedOf({ paper }: RegisterRow): OfficePaper {
  return JSON.parse(requireFound(paper)) as OfficePaper
}

/** Whether the paper of a live row says something else now; since when is not known. */
export function stalenessNow(gather: Gather, row: RegisterRow): Staleness {
  const changes = paperChanges(row.dataFacts, factsNow(gather, row))
  return changes.length === 0 ? fresh : { staleSince: row.registeredAt, changes }
}

/** What the paper would say now; nothing where what it is about is gone. */
function factsNow(gather: Gather, row: RegisterRow): DocumentFacts {
  try {
    return paperFacts(modelOf(gather(askedOf(row))))
  } catch (error) {
    if (error instanceof Refusal) return {}
    throw error
  }
}

/** What an event numbered, for keeping the bytes of it: one file of all its papers. */
export function issuedOfficePapers(
  app: AppContext,
  db: ReadDb,
  { seq, hash, at }: PaperEvent & { readonly at: string },
) {
  const rows = listOfficePaperRows(db, undefined).filter(
    (row) => row.registeredAt === at && findOfficePaperEvent(db, row)?.seq === seq,
  )
  const live = readRegisterRows(
    db,
    rows.filter(({ voidedAt }) => voidedAt === null).map(({ id }) => id),
  )
  const gather = createGatherer(app, db)
  const isChanged = () => live.length < rows.length || live.some((row) => stalenessNow(gather, row).changes.length > 0)
  return {
    codes: rows,
    isMovedOn: () => live.length === 0 || isChanged(),
    isStale: () => live.length === 0 || isChanged(),
    draw: () =>
      app.work.run('render-papers', {
        papers: live.map((row) => ({
          ...gather(askedOf(row)),
          issue: issueOf(row),
          isChanged: false,
        })),
        format: 'pdf',
        now: app.clock.now(),
        foot: footOf(app, hash),
      }),
  }
}

/** Of a file that is thrown away nobody could ask, so that its papers carry none. */
export function footOf(app: AppContext, hash: string | null): string {
  return app.host.isThrownAway === true ? '' : codeLine(codeOf(hash))
}
