import { readFile } from 'node:fs/promises'
import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import {
  choiceAt,
  emptyChoices,
  withChoice,
  writeChoices,
  type ChoiceText,
} from '../../../shared/domain/ballot/choice-text.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { AppContext } from '../../context.ts'
import type { WriteDb } from '../../db/handles.ts'
import { insertBallotPage, listBallotPages, putScan } from '../../db/queries/ballot-scans.ts'
import { setBallotState, writeBallotChoices, type BallotRow } from '../../db/queries/ballots.ts'
import { actOnce, requireSeen, type Acted } from '../ballots/act-once.ts'
import { ballotChange, beginBallot, supersedeBallot } from '../ballots/change-ballot.ts'
import { requireOffered } from '../ballots/require-offered.ts'
import { readScoringPlace, requireOpen, toBallot } from '../ballots/scoring-place.ts'
import { openDb, requireFound, type Change } from '../commit.ts'
import { gatherPile, readPlaces, scannedPages, type PiledBallot } from './gather-pile.ts'
import type { PiledFile, Pile } from './pile.ts'
import { scanFolder } from './scan-folder.ts'
import { findPiled } from './view-pile.ts'

export type TakeInput = {
  readonly agendaItemId: number
  readonly memberId: number
  readonly actId: string
  readonly round: number
  readonly seen: Ballot['choices']
  readonly seenOpinion?: string | undefined
  readonly options: readonly number[]
  readonly reason?: string | undefined
}

/** What is taken of a pile, its files kept beside the workspace already. */
export type BallotToTake = {
  readonly piled: PiledBallot
  readonly storedNames: ReadonlyMap<PiledFile, string>
}

/**
 * Keeps the files of a ballot's pages beside the workspace, before anything names them.
 *
 * @throws Refusal `not-found`, `reason-required` where a page is missing, `workspace-read-only`, those of `requireOpen`, `round-over`, and what a disk refuses
 */
export async function keepScans(app: AppContext, pile: Pile, input: TakeInput): Promise<BallotToTake> {
  const db = openDb(app)
  const place = readScoringPlace(db, input)
  requireOpen(place)
  if (place.scoringRound !== input.round) throw new Refusal('round-over')
  if (app.workspace.current?.readOnly !== null) throw new Refusal('workspace-read-only')
  const at = readPlaces(db, pile.sessionId)
  const piled = requireFound(findPiled(gatherPile(pile, at).ballots, at, input))
  // Points of a page that nobody scanned are a person's alone.
  if (piled.pages.includes(null) && (input.reason ?? '') === '') throw new Refusal('reason-required')
  const folder = scanFolder(app)
  const storedNames = new Map<PiledFile, string>()
  for (const page of scannedPages(piled)) {
    if (storedNames.has(page.file)) continue
    const { file } = page
    const { name, path, sha256, size, storedName } = file
    const { sessionId } = pile
    // A stack of fifty ballots in one file is copied with the first of them.
    const isKept = storedName !== null && folder.find({ sessionId, storedName, sha256, size }) !== null
    const bytes = isKept ? null : new Uint8Array(await readFile(path))
    file.storedName = bytes === null ? storedName : await folder.keep({ sessionId, name, bytes, sha256 })
    storedNames.set(file, requireFound(file.storedName))
  }
  return { piled, storedNames }
}

/** Nothing was corrected. */
export function isAsRead({ piled }: BallotToTake, options: readonly number[]): boolean {
  return piled.read.criteria.every(({ index, option }) => options[index] === option)
}

type TakeCall = {
  readonly input: TakeInput
  readonly toTake: BallotToTake
  readonly way: 'looked-at' | 'drawn' | 'at-once'
  readonly by: string
  readonly now: string
}

/**
 * Makes a ballot of what a person saw on its paper, confirmed, and notes its pages.
 *
 * @throws Refusal those of `actOnce`, `requireOffered` and `requireSeen`; `reason-required` where a confirmed ballot changes
 */
export function takeOnce(
  db: WriteDb,
  { input, toTake, way, by, now }: TakeCall,
): Change<Ballot, AuditDetails['paperBallots.take']> {
  return actOnce(db, input, {
    read: ({ place, row }) => toBallot(place, row),
    write: (at) => {
      const { place, row } = at
      const ballot = toBallot(place, row)
      // Whether it is confirmed or not: what counts is that the screen showed what there is.
      requireSeen(db, place, { ballot: { ...ballot, state: 'draft' }, act: { kind: 'confirm', ...input } })
      const options = optionsOf(at, input.options)
      const { reason = '' } = input
      const notes = notePages(db, { at, toTake, by, now })
      const settled = settle(db, { row, at, options, reason, by, now })
      if (settled === row && notes.isKnown) return { result: ballot, audit: null }
      const result = toBallot(place, settled)
      const codes = listCriteria(place.form).map(({ criterion }) => criterion.code)
      const detail: AuditDetails['paperBallots.take'] = {
        version: settled.version,
        total: result.totals.total,
        parts: result.totals.parts,
        read: notes.reading,
        choices: options,
        corrected: codes
          .filter((_code, index) => choiceAt(notes.reading, index) !== choiceAt(options, index))
          .join(', '),
        scans: notes.scans,
        ...(way !== 'looked-at' && { way }),
        ...(row !== null && isSettled(row.state) && settled !== row && { from: row.version }),
        ...(reason !== '' && { reason }),
      }
      return ballotChange({ place, result, detail })
    },
  })
}

/** @throws Refusal `ballot-incomplete`, and those of `requireOffered` */
function optionsOf({ place }: Acted, given: readonly number[]): ChoiceText {
  const criteria = listCriteria(place.form).length
  if (given.length !== criteria) throw new Refusal('ballot-incomplete', { missing: Math.abs(criteria - given.length) })
  for (const [criterionIndex, option] of given.entries()) requireOffered(place, { criterionIndex, option })
  return writeChoices(given)
}

type SettleInput = {
  readonly row: BallotRow | null
  readonly at: Acted
  readonly options: ChoiceText
  readonly reason: string
  readonly by: string
  readonly now: string
}

/** The ballot with these options, confirmed; the row itself where it is so already. */
function settle(db: WriteDb, { row, at, options, reason, by, now }: SettleInput): BallotRow {
  const { place } = at
  if (row !== null && isSettled(row.state)) {
    if (row.choices === options) return row
    if (reason === '') throw new Refusal('reason-required')
    const { id: ballotId } = supersedeBallot(db, { row, now, reason, by })
    writeBallotChoices(db, { ballotId, choices: options, savedAt: now })
    return setBallotState(db, { ballotId, state: 'confirmed', at: now, by })
  }
  const { id: ballotId, choices } = row ?? beginBallot(db, place, now)
  if (choices !== options) writeBallotChoices(db, { ballotId, choices: options, savedAt: now })
  return setBallotState(db, { ballotId, state: 'confirmed', at: now, by })
}

type NoteInput = { readonly at: Acted; readonly toTake: BallotToTake; readonly by: string; readonly now: string }

/** Notes the pages that are not known yet, and tells what was read of all of them. */
function notePages(db: WriteDb, { at: { place }, toTake, by, now }: NoteInput) {
  const { key, form, sessionId } = place
  const nothing = emptyChoices(listCriteria(form).length)
  const before = listBallotPages(db, key)
  let [reading, isKnown] = [nothing, true]
  const scans: string[] = []
  for (const page of scannedPages(toTake.piled)) {
    const { file, reading: read } = page
    const index = read.plan.page - 1
    const ofPage = toTake.piled.read.criteria
      .filter((criterion) => criterion.page === index + 1)
      .reduce((text, { index: criterion, option }) => withChoice(text, criterion, option), nothing)
    for (const { index: criterion, option } of toTake.piled.read.criteria) {
      if (choiceAt(ofPage, criterion) !== null) reading = withChoice(reading, criterion, option)
    }
    scans.push(`${file.name}, ${page.page}: ${read.sha256}`)
    if (before.some((known) => known.number === index + 1 && known.sha256 === read.sha256)) continue
    isKnown = false
    const { name, sha256, size } = file
    const storedName = requireFound(toTake.storedNames.get(file))
    const scanId = putScan(db, { sessionId, name, storedName, sha256, size, addedAt: now })
    const row = { ...key, number: index + 1, scanId, scanPage: page.page, sha256: read.sha256 }
    insertBallotPage(db, { ...row, reading: ofPage, takenAt: now, takenBy: by })
  }
  return { reading, isKnown, scans }
}
