import { createHash } from 'node:crypto'
import { fitsForm } from '../../../shared/domain/ballot/fits-form.ts'
import { ballotCode } from '../../../shared/domain/session/ballot-code.ts'
import type { CriteriaSet, OfficeSource } from '../../../shared/domain/criteria/criteria-set.ts'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'
import type { ReadDb } from '../../db/handles.ts'
import { eachBallot } from '../../db/queries/ballots.ts'
import { eachIssuedPaper } from '../../db/queries/issued-papers.ts'
import { findNumbering } from '../../db/queries/paper-events.ts'
import { listSealedFiles, loadSealedCriteriaSet } from '../../db/queries/sealed-files.ts'
import { findSession, listSessions } from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'
import type { ShippedRules } from '../rules/shipped.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'
import type { Replayed } from './check-audit.ts'
import type { Findings, Steps } from './findings.ts'

/** Sealed rule sets and forms against their SHA-256, and against what ships under the same id. */
export function* checkSeals(db: ReadDb, findings: Findings, shipped: ShippedRules): Steps {
  const files = listSealedFiles(db)
  const sealOfShipped = shippedSeals(shipped, new Set(files.map(({ key }) => key)))
  for (const { id, kind, key, sha256, body } of files) {
    findings.count('seals')
    const row = { table: 'sealed_files', key: String(id), names: {}, own: key }
    if (hashOf(body) !== sha256) findings.fault({ part: 'seals', kind: 'seal', facts: { key }, row })
    const office = kind === 'criteria-set' ? officeOf(body) : undefined
    const ours = office === undefined ? sealOfShipped(kind, key) : undefined
    if (office !== undefined) findings.note({ kind: 'office-set', facts: { key, number: office.documentNumber } })
    else if (ours === undefined) findings.note({ kind: 'not-shipped', facts: { key } })
    else if (ours !== sha256) findings.note({ kind: 'other-than-shipped', facts: { key, sha256, ours } })
  }
  yield { part: 'seals', done: files.length, of: files.length }
}

/** Of a set that the office loaded or accepted as printed: it is not meant to be what ships. */
function officeOf(body: string): OfficeSource | undefined {
  try {
    return (JSON.parse(body) as Partial<CriteriaSet> | null)?.office
  } catch {
    return undefined
  }
}

/** Issued papers against their SHA-256, and against the event that numbered them. */
export function* checkIssued(db: ReadDb, findings: Findings): Steps {
  let done = 0
  for (const { id, seq, fileName, bytes, sha256 } of eachIssuedPaper(db)) {
    findings.count('issued')
    const row = { table: 'issued_papers', key: String(id), names: {}, own: fileName }
    const facts = { file: fileName, seq }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      findings.fault({ part: 'seals', kind: 'issued', facts, row })
    }
    if (findNumbering(db, seq) === null) findings.fault({ part: 'seals', kind: 'issued-by-none', facts, row })
    yield { part: 'seals', done: (done += 1), of: done }
  }
}

/** Ballots whose points are not their form's: nothing else of their session could be computed. */
export function* checkBallots(db: ReadDb, findings: Findings): Steps {
  let done = 0
  for (const { sessionId, criteriaFileId, choices, secondChoices, scoringRound: round, ...codes } of eachBallot(db)) {
    findings.count('ballots')
    const form = loadSealedCriteriaSet(db, criteriaFileId)
    if (![choices, secondChoices ?? choices].every((text) => fitsForm(text, form))) {
      findings.fault({ part: 'ballots', kind: 'ballot', facts: { sessionId, code: ballotCode({ ...codes, round }) } })
    }
    if ((done += 1) % 1000 === 0) yield { part: 'ballots', done, of: done }
  }
}

/** Of each closed session the digest that it stores, the one that the audit tells, and the one that its ballots give. */
export function* checkDigests(db: ReadDb, findings: Findings, { digests }: Replayed): Steps {
  const sessions = listSessions(db)
  for (const [index, { id, state, year, round }] of sessions.entries()) {
    yield { part: 'sessions', done: index, of: sessions.length }
    const told = digests.get(id) ?? null
    const facts = { sessionId: id, year, round }
    if ((state === 'closed') !== (told !== null)) {
      findings.fault({ part: 'sessions', kind: told === null ? 'never-closed' : 'not-closed', facts })
    }
    if (state !== 'closed') continue
    findings.count('sessions')
    const { tallyDigest, recordDigest } = requireFound(findSession(db, id))
    if (recordDigest === null) findings.leftOut({ kind: 'record-digest', facts })
    const differs = (kind: string, digests: { readonly stored: string; readonly [other: string]: string }) => {
      if (new Set(Object.values(digests)).size > 1) {
        findings.fault({ part: 'sessions', kind, facts: { ...facts, ...digests } })
      }
    }
    const tally = { stored: tallyDigest ?? '' }
    const words = { stored: recordDigest ?? '' }
    if (told !== null) differs('digest-told', { ...tally, told: told.tally })
    if (told !== null) differs('record-digest-told', { ...words, told: told.record ?? '' })
    yield* findings.within('sessions', function* () {
      const computed = buildSessionRecord(db, id)
      differs('digest', { ...tally, computed: computed.digest })
      if (recordDigest !== null) differs('record-digest', { ...words, computed: computed.recordDigest })
      yield { part: 'sessions', done: index + 1, of: sessions.length }
    })
  }
}

/**
 * The SHA-256 of what ships under an id; undefined where nothing does. A file seals a few of the forms of one or two rule
 * sets, and no other is opened for it.
 */
function shippedSeals(shipped: ShippedRules, sealed: ReadonlySet<string>) {
  const isElsewhere = ({ id }: { readonly id: string }): number => (sealed.has(id) ? 0 : 1)
  const ruleSets = shipped.ruleSets.toSorted((one, other) => isElsewhere(one) - isElsewhere(other))
  return (kind: 'rule-set' | 'criteria-set', key: string): string | undefined => {
    const found = kind === 'rule-set' ? ruleSets.find(({ id }) => id === key) : formNamed(key)
    return found === undefined ? undefined : hashOf(canonicalJson(found))
  }

  function formNamed(key: string): CriteriaSet | undefined {
    for (const { id } of ruleSets) {
      const form = shipped.criteriaSets(id).find((candidate) => candidate.id === key)
      if (form !== undefined) return form
    }
    return undefined
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
