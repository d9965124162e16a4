import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Stars } from '../../components/Stars.tsx'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import { runningResult, type RunningResult } from '../../../shared/score-grid/running-result.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import classes from './BallotHead.module.css'
import { SavedMark } from './SavedMark.tsx'
import { hasOpinionToOpen, justLeft } from './ballot-desk.ts'
import { useDeskPart } from './use-desk.ts'

/** Whose ballot, whole whatever the name, on which product, and where it stands with every key. */
export const BallotHead = memo(function BallotHead({
  ballot,
  form,
  ruleSet,
  code,
  productName,
  producerName,
  member,
  onOpinion,
}: {
  ballot: BallotKey
  form: CriteriaSet
  ruleSet: RuleSet
  code: string
  productName: string
  producerName: string
  /** Already in words: "Thành viên 4/9: …". */
  member: string
  /** Left out where opinions are not written. */
  onOpinion?: () => void
}) {
  const { t } = useTranslation('scoring')
  const round = useDeskPart(({ known }) => known.get(ballot)?.round ?? 1)
  return (
    <header className={classes.head}>
      <div className={classes.whose}>
        <div className={classes.member} data-testid="member">
          {member}
        </div>
        <h1 className={classes.product} tabIndex={-1} title={`${code} · ${productName} · ${producerName}`}>
          {code} · {productName} <span className={classes.producer}>· {producerName}</span>
        </h1>
      </div>
      <Figures ballot={ballot} form={form} />
      <div className={classes.status}>
        <span>{t('round', { round })}</span>
        <SavedMark at={({ known }) => known.get(ballot)?.savedAt ?? null} />
      </div>
      <div className={classes.under}>
        <Outlook ballot={ballot} form={form} ruleSet={ruleSet} />
        {onOpinion !== undefined && <Opinion ballot={ballot} onOpen={onOpinion} />}
      </div>
    </header>
  )
})

function Figures({ ballot, form }: { ballot: BallotKey; form: CriteriaSet }) {
  const { t } = useTranslation('scoring')
  const choices = useDeskPart(({ grid }) => grid?.ballots[ballot]?.choices) ?? noChoices
  const totals = totalBallot(form, choices)
  const max = mostPoints(form)
  return (
    <div className={classes.figures} data-testid="figures">
      {form.parts.map((part) => (
        <span key={part.code} className={classes.figure}>
          {part.code} <b>{isBegun({ form, choices, part: part.code }) ? totals.parts[part.code] : '–'}</b>/{part.max}
        </span>
      ))}
      <span className={`${classes.figure} ${classes.total}`}>
        {t('total')} <b>{totals.total}</b>/{max}
      </span>
    </div>
  )
}

/**
 * The member's opinion as it is shown, in one line; the whole of it opens. Right after Enter it is that of the ballot just
 * confirmed, as the key is.
 */
function Opinion({ ballot, onOpen }: { ballot: BallotKey; onOpen: () => void }) {
  const { t } = useTranslation('scoring')
  const left = useDeskPart(justLeft)
  const opinion = useDeskPart(({ shown }) => shown.get(left ?? ballot)?.opinion ?? '')
  const isOffered = useDeskPart((state) => hasOpinionToOpen(state, ballot))
  if (!isOffered) return null
  const words = left === null ? 'opinion' : 'opinionLeft'
  return (
    <button type="button" className={classes.opinion} title={opinion} data-testid="opinion" onClick={onOpen}>
      {opinion === '' ? t(`${words}.none`) : t(`${words}.line`, { opinion })}
    </button>
  )
}

const noChoices: readonly (number | null)[] = []

/** The star that the points keyed so far reach, and what keeps the ballot from the next. */
function Outlook({ ballot, form, ruleSet }: { ballot: BallotKey; form: CriteriaSet; ruleSet: RuleSet }) {
  const { t } = useTranslation('scoring')
  const choices = useDeskPart(({ grid }) => grid?.ballots[ballot]?.choices) ?? noChoices
  const result = runningResult({ form, ruleSet, choices })
  return (
    <div className={classes.outlook}>
      <span className={classes.star}>
        {t('soFar')} {result.totals.answered > 0 ? <Stars star={result.star} size={15} /> : '–'}
      </span>
      <span className={classes.blocks} data-testid="blocks">
        <Blocks result={result} />
      </span>
    </div>
  )
}

/** What stands between this ballot and a higher star: points, or a level that an answer has missed. */
function Blocks({ result: { totals, next, missedGates, barredFrom } }: { result: RunningResult }) {
  const { t } = useTranslation('scoring')
  if (totals.answered === 0) return null
  const codes = [...new Set(missedGates.filter(({ star }) => star === barredFrom).map((gate) => gate.criterionCode))]
  return (
    <>
      {next !== null && <span>{t('blocks.next', { count: next.missing, star: next.star })}</span>}
      {next !== null && barredFrom !== null && ' · '}
      {barredFrom !== null && (
        <span data-kind="barred" title={t('blocks.barredLong', { star: barredFrom, codes: codes.join(', ') })}>
          {t('blocks.barred', {
            star: barredFrom,
            codes: codes.slice(0, 4).join(', ') + (codes.length > 4 ? '…' : ''),
          })}
        </span>
      )}
    </>
  )
}

type IsBegunInput = {
  form: CriteriaSet
  choices: readonly (number | null)[]
  part: string
}

const isBegun = ({ form, choices, part }: IsBegunInput): boolean =>
  listCriteria(form).some(({ partCode, index }) => partCode === part && (choices[index] ?? null) !== null)
