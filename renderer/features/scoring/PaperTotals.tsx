import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriteriaSet, PartCode } from '../../../shared/domain/criteria/criteria-set.ts'
import { comparePaperTotals, type PaperMismatch } from '../../../shared/score-grid/paper-totals.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import classes from './PaperTotals.module.css'
import { useDesk, useDeskPart } from './use-desk.ts'

/** Most criteria named for one mismatch. */
const namedCriteria = 3

/** Totals that the member wrote on the paper, if any: a mismatch names the criterion that was likely keyed wrong. */
export function PaperTotals({ ballot: key, form }: { ballot: BallotKey; form: CriteriaSet }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const ballot = useDeskPart(({ grid }) => grid?.ballots[key])
  const [typed, setTyped] = useState<Readonly<Partial<Record<PartCode, string>>>>({})
  if (ballot === undefined) return null
  const others = Object.values(desk.read().grid?.ballots ?? {})
    .filter((other) => other.agendaItemId === ballot.agendaItemId && other.key !== key && other.excluded === null)
    .map(({ choices }) => choices)
  const paper = Object.fromEntries(
    Object.entries(typed).flatMap(([part, text]) => (/^\s*\d+\s*$/.test(text) ? [[part, Number(text)]] : [])),
  )
  const { criteriaCase, choices } = ballot
  const mismatches = comparePaperTotals({ form, criteriaCase, choices, paper, others })
  return (
    <div className={classes.paper} role="group" aria-label={t('paper.label')} data-testid="paper-totals">
      <span className={classes.label}>
        <kbd>K</kbd> {t('paper.label')}
      </span>
      {form.parts.map(({ code }) => (
        <TextInput
          key={code}
          size="xs"
          className={classes.field}
          inputMode="numeric"
          maxLength={3}
          aria-label={t('paper.part', { part: code })}
          leftSection={code}
          data-paper={code}
          value={typed[code] ?? ''}
          error={mismatches.some(({ part }) => part === code)}
          onChange={(event) => setTyped({ ...typed, [code]: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && mismatches.length === 0) desk.dispatch({ type: 'enter' })
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      ))}
      <div className={classes.words} role="status">
        {mismatches.map((mismatch) => (
          <Mismatch key={mismatch.part} mismatch={mismatch} onGo={(row) => desk.dispatch(goTo({ ballot: key, row }))} />
        ))}
      </div>
    </div>
  )
}

const goTo = (place: { ballot: BallotKey; row: number }) => ({ type: 'go', place }) as const

function Mismatch({
  mismatch: { part, paper, keyed, likely },
  onGo,
}: {
  mismatch: PaperMismatch
  onGo: (row: number) => void
}) {
  const { t } = useTranslation('scoring')
  return (
    <p>
      <b>{t('paper.mismatch', { part, paper, keyed })}</b>{' '}
      {likely.length === 0 ? t('paper.several') : t('paper.likely')}{' '}
      {likely.slice(0, namedCriteria).map(({ row, code, title, keyed: now, wanted }) => (
        <button key={row} type="button" className={classes.criterion} title={title} onClick={() => onGo(row)}>
          {t('paper.criterion', { code, keyed: now, wanted })}
        </button>
      ))}
    </p>
  )
}
