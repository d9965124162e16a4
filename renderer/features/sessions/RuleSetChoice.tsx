import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { isInForce } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { Level, RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { StateMark } from '../../components/StateMark.tsx'
import type { RuleSetProposal } from './propose-session.ts'
import classes from './SessionForm.module.css'

type Props = {
  rules: RuleSetProposal
  chosen: RuleSet | null
  /** ISO date, or null while none is typed. */
  date: string | null
  level: Level
  onChoose: (ruleSetId: string) => void
}

/** Which decision judges the session: proposed by the date, with what its source leaves open. */
export function RuleSetChoice({ rules, chosen, date, level, onChoose }: Props) {
  const { t } = useTranslation('sessions')
  const { barring, offered } = rules
  const periodOf = ({ inForce: { from, to } }: RuleSet): string =>
    to === null
      ? t('rules.since', { from: formatDate(from) })
      : t('rules.between', { from: formatDate(from), to: formatDate(to) })
  return (
    <div className={classes.rules}>
      <Select
        label={t('field.rules')}
        description={t('rules.note')}
        placeholder={t('rules.choose')}
        value={chosen?.id ?? null}
        data={offered.map((ruleSet) => ({ value: ruleSet.id, label: `${ruleSet.shortTitle} (${periodOf(ruleSet)})` }))}
        onChange={(value) => value !== null && onChoose(value)}
      />
      {barring !== null && chosen === null && (
        <StateMark tone="attention">
          {t('rules.barred', { rules: barring.shortTitle, level: t(`common:level.${level}`).toLowerCase() })}
        </StateMark>
      )}
      {date !== null && chosen !== null && !isInForce(chosen, date) && (
        <StateMark tone="attention">
          {t('rules.outOfForce', { date: formatDate(date), rules: chosen.shortTitle })}
        </StateMark>
      )}
      {chosen !== null && chosen.issues.length > 0 && (
        <details className={classes.issues}>
          <summary>{t('rules.issues', { count: chosen.issues.length, rules: chosen.shortTitle })}</summary>
          <ul>
            {chosen.issues.map((issue) => (
              <li key={issue}>{issue}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
