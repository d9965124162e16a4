import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { BallotAct, ChooseAct } from '../../../shared/domain/ballot/acts.ts'
import { ballotKey, type BallotIds, type BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { Choice } from '../../../shared/score-grid/score-grid.ts'
import { errorText, readRefusal } from '../../api/refusal.ts'
import type { LostAct } from '../../ballot-sync/lost-acts.ts'
import type { DeskBallot } from './grid-ballots.ts'

/** One thing to say about acts that were not taken. */
export type NoticeLine = {
  readonly at: BallotIds
  readonly words: string
  readonly lost: readonly LostAct[]
  /** What to write over theirs, if the person says so. */
  readonly mine: { readonly row: number; readonly to: number; readonly points: number } | null
}

type NoticeLinesInput = {
  readonly lost: readonly LostAct[]
  readonly known: ReadonlyMap<BallotKey, DeskBallot>
  /** By agenda item, as far as they are read. */
  readonly forms: ReadonlyMap<number, CriteriaSet>
  readonly t: TFunction<'scoring'>
}

/**
 * What to say about acts that were not taken, the earliest first: a line for each criterion that others changed, one for
 * all choices that a ballot was refused for the same reason. Nothing where the ballot is by now as the act wanted it.
 */
export function noticeLines({ lost, known, forms, t }: NoticeLinesInput): readonly NoticeLine[] {
  /** Theirs can stand beside mine: not what is hidden here, nor what another round has. */
  const isComparable = ({ act, error }: LostAct): boolean => {
    const now = known.get(ballotKey(act))
    return isConflict(error) && now?.round === act.round && now.isHidden !== true && forms.has(act.agendaItemId)
  }
  const groups = Map.groupBy(lost, (one) => {
    const { act, error } = one
    const isOne = act.kind !== 'choose' || isComparable(one)
    return isOne ? one : `${ballotKey(act)} ${act.round} ${errorText(error, t)}`
  })
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { act, error } = first
    const { agendaItemId, memberId } = act
    const line = { at: { agendaItemId, memberId }, lost: group, mine: null }
    const form = forms.get(agendaItemId)
    if (act.kind !== 'choose') return [{ ...line, words: undoneText(act, error, t) }]
    if (form === undefined || !isComparable(first)) {
      return [{ ...line, words: refusedText({ group, error, form, t }) }]
    }
    const theirs = known.get(ballotKey(act))?.choices[act.criterionIndex] ?? null
    return theirs === act.option ? [] : [{ ...line, ...conflict({ act, error, form, theirs, t }) }]
  })
}

type Conflict = Pick<NoticeLinesInput, 't'> & {
  readonly act: ChooseAct
  readonly error: unknown
  readonly form: CriteriaSet
  readonly theirs: Choice
}

function conflict({ act, error, form, theirs, t }: Conflict): Pick<NoticeLine, 'words' | 'mine'> {
  const { criterionIndex: row, option: to } = act
  const by = readRefusal(error)?.detail['by']
  const facts = {
    code: codeAt(form, row),
    where: by === undefined ? t('notice.elsewhere') : t('notice.elsewhereBy', { by }),
    theirs: pointsAt(form, row, theirs),
  }
  if (to === null) return { words: t('notice.changedOverErased', facts), mine: null }
  const points = pointsAt(form, row, to) ?? 0
  const words = t(theirs === null ? 'notice.erasedElsewhere' : 'notice.changedElsewhere', { ...facts, mine: points })
  return { words, mine: { row, to, points } }
}

type Refused = Pick<NoticeLinesInput, 't'> & {
  readonly group: readonly LostAct[]
  readonly error: unknown
  readonly form: CriteriaSet | undefined
}

function refusedText({ group, error, form, t }: Refused): string {
  const facts = { count: group.length, why: errorText(error, t) }
  if (form === undefined) return t('notice.refused', facts)
  const list = group.flatMap(({ act }) => {
    if (act.kind !== 'choose') return []
    const points = pointsAt(form, act.criterionIndex, act.option)
    const code = codeAt(form, act.criterionIndex)
    return [points === null ? t('notice.erased', { code }) : t('notice.keyed', { code, count: points })]
  })
  return t('notice.refusedEach', { ...facts, list: list.join(', ') })
}

function undoneText(act: Exclude<BallotAct, ChooseAct>, error: unknown, t: TFunction<'scoring'>): string {
  const why = errorText(error, t)
  switch (act.kind) {
    case 'opinion':
      return t('notice.notWritten', { opinion: act.opinion, why })
    case 'confirm':
      return isConflict(error) ? t('notice.notConfirmed') : t('notice.notConfirmedBecause', { why })
    case 'reopen':
      return t('notice.notReopened', { why })
    default:
      return assertNever(act)
  }
}

function isConflict(error: unknown): boolean {
  return readRefusal(error)?.reason === 'ballot-changed-elsewhere'
}

function codeAt(form: CriteriaSet, row: number): string {
  return listCriteria(form)[row]?.criterion.code ?? ''
}

/** Null where nothing is chosen. */
function pointsAt(form: CriteriaSet, row: number, choice: Choice): number | null {
  const criterion = listCriteria(form)[row]?.criterion
  return choice === null || criterion === undefined ? null : pointsOf(criterion, choice)
}
