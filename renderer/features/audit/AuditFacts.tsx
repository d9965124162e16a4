import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { isIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { factsOfEvent, type AuditFact, type AuditValue } from './audit-facts.ts'
import classes from './AuditPage.module.css'
import { wordedDetail, type FormedEvent } from './worded-detail.ts'

const mostInLine = 3

/** What changed, old → new: a few facts in the line, more behind a summary. */
export function AuditFacts(event: FormedEvent) {
  const { t } = useTranslation('audit')
  const lines = useFactTexts()(event)
  if (lines.length === 0) return null
  if (lines.length <= mostInLine) return <div className={classes.facts}>{lines.join('; ')}</div>
  return (
    <details className={classes.facts}>
      <summary>{t('facts', { count: lines.length })}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** What changed, a fact a line. */
export function useFactTexts(): (event: FormedEvent) => readonly string[] {
  const { t } = useTranslation('audit')
  return (event) => {
    const detail = wordedDetail(event, ({ points, label }) =>
      t('value.option', { points, label: label ?? t('value.noLevel') }),
    )
    return factsOfEvent({ command: event.command, detail }).map((fact) => textOf(fact, t))
  }
}

function textOf(fact: AuditFact, t: TFunction<'audit'>): string {
  const { key, from, to } = fact
  const name = t(`key.${key}`, { defaultValue: key })
  const value = wordOf({ key, value: to, t })
  return from === undefined ? `${name}: ${value}` : `${name}: ${wordOf({ key, value: from, t })} → ${value}`
}

/** Values of closed lists in words; what a person typed stays as it is. */
function wordOf({ key, value, t }: { key: string; value: AuditValue; t: TFunction<'audit'> }): string {
  if (value === null || value === '') return t('value.empty')
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
  if (typeof value === 'number') return String(value)
  if (key === 'clockBehind') return dateAndTime(value)
  if (isIsoDate(value)) return formatDate(value)
  return t(`word.${key}.${value}`, { defaultValue: value })
}
