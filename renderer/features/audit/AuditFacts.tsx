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
  const name = nameOf(key, t)
  const value = wordOf({ key, value: to, t })
  return from === undefined ? `${name}: ${value}` : `${name}: ${wordOf({ key, value: from, t })} → ${value}`
}

/** `moved.products`: rows of a table. */
function nameOf(key: string, t: TFunction<'audit'>): string {
  const [name = key, table] = key.split('.')
  if (table === undefined) return t(`key.${key}`, { defaultValue: key })
  return t(`key.${name}`, { table: t(`integrity:table.${table}`, { defaultValue: table }) })
}

/** Values of closed lists in words, days and times as the reader writes them; what a person typed stays as it is. */
function wordOf({ key, value, t }: { key: string; value: AuditValue; t: TFunction<'audit'> }): string {
  if (value === null || value === '') return t('value.empty')
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
  if (typeof value === 'number') return String(value)
  if (isTime.test(value)) return dateAndTime(value)
  if (isIsoDate(value)) return formatDate(value)
  if (key === 'undone') return t(`command.${value}`, { defaultValue: value })
  if (key === 'paperKind') return t(`documents:kind.${value}`, { defaultValue: value })
  return t(`word.${key}.${value}`, { defaultValue: value })
}

/** As the log keeps a time: ISO, in UTC. */
const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/
