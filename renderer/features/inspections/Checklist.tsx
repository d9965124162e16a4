import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../shared/api/inspections.ts'
import type { InspectionItem } from '../../../shared/domain/aftercare/aftercare-rules.ts'
import { inspectionAnswers, type InspectionAnswer } from '../../../shared/domain/aftercare/inspection-state.ts'
import { orpc } from '../../api/client.ts'
import { ChoiceButtons } from '../../components/ChoiceButtons.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SavedText } from '../../components/fields/SavedFields.tsx'
import { goAlongColumn } from '../../components/row-order/go-along-column.ts'
import { Table } from '../../components/Table.tsx'
import type { InspectionPart } from './inspection-part.ts'
import classes from './Inspections.module.css'

/** Each point of the checklist, answered by a key or a click. */
export function Checklist({ inspection, isReadOnly }: InspectionPart) {
  const { t } = useTranslation('inspections')
  const { inspectionId: id, items, findings, ruleSetTitle, issues, inspectedOn, day, state } = inspection
  const scope = { id: `inspection-${id}` }
  const save = useMutation(orpc.aftercare.inspections.answer.mutationOptions({ scope }))
  const clean = useMutation(orpc.aftercare.inspections.markClean.mutationOptions({ scope }))
  const answer = (item: string, given: InspectionAnswer | null, remark: string) =>
    save.mutateAsync({ id, item, answer: given, remark })
  const findingOf = (item: InspectionItem) => findings.find((one) => one.item === item.key)
  const set = (item: InspectionItem, given: InspectionAnswer | null): void =>
    save.mutate({ id, item: item.key, answer: given, remark: given === null ? '' : (findingOf(item)?.remark ?? '') })
  return (
    <section>
      <h3>{t('record.checklist')}</h3>
      <p className={classes.soft}>
        {t('record.law', { law: ruleSetTitle })}
        {!isReadOnly && <> {t('record.keys')}</>}
      </p>
      {issues.length > 0 && (
        <details className={classes.soft}>
          <summary>{t('record.issues', { count: issues.length })}</summary>
          <ul>
            {issues.map((issue) => (
              <li key={issue}>{issue}</li>
            ))}
          </ul>
        </details>
      )}
      <ErrorNote error={save.error ?? clean.error} />
      <Table
        caption={t('record.checklist')}
        isDense
        heads={[
          { key: 'item', head: t('record.item') },
          { key: 'answer', head: t('record.answers'), width: '236px' },
          { key: 'remark', head: t('record.remark'), width: '180px' },
        ]}
      >
        {items.map((item) => (
          <Line key={item.key} item={item} finding={findingOf(item)} {...{ isReadOnly, set, answer }} />
        ))}
      </Table>
      {!isReadOnly && (state === 'planned' || state === 'unfinished') && (
        <Button
          variant="default"
          size="compact-sm"
          mt={6}
          loading={clean.isPending}
          onClick={() => clean.mutate({ ids: [id], on: inspectedOn ?? day })}
        >
          {t('record.allClean')}
        </Button>
      )}
    </section>
  )
}

type LineProps = {
  readonly item: InspectionItem
  readonly finding: Finding | undefined
  readonly isReadOnly: boolean
  readonly set: (item: InspectionItem, given: InspectionAnswer | null) => void
  readonly answer: (item: string, given: InspectionAnswer | null, remark: string) => Promise<unknown>
}

function Line({ item, finding, isReadOnly, set, answer }: LineProps) {
  const { t } = useTranslation('inspections')
  const { key, text, article } = item
  return (
    <tr
      data-item={key}
      onKeyDown={isReadOnly ? goAlongColumn : keysOf(finding?.answer ?? null, (given) => set(item, given))}
    >
      <th scope="row">
        <button type="button" className={classes.item} data-column="item">
          {text}
        </button>
        <div className={classes.soft}>{article}</div>
      </th>
      <td>
        <ChoiceButtons
          label={t('record.answerOf', { text })}
          choices={inspectionAnswers.map((value) => ({ value, label: t(`record.answer.${value}`) }))}
          chosen={finding?.answer}
          isDisabled={isReadOnly}
          onChoose={(one) => set(item, finding?.answer === one ? null : one)}
        />
      </td>
      <td>
        {finding !== undefined && (
          <SavedText
            aria-label={t('record.remarkOf', { text })}
            value={finding.remark}
            save={async (remark) => answer(key, finding.answer, remark)}
            isReadOnly={isReadOnly}
            size="xs"
          />
        )}
      </td>
    </tr>
  )
}

const answerKeys: Readonly<Record<string, InspectionAnswer | null>> = {
  đ: 'yes',
  // Where the keyboard writes Vietnamese by two keys, or none.
  d: 'yes',
  s: 'no',
  k: 'not-applicable',
  Delete: null,
}

/** On the point's own button alone: keys typed into its remark are text. */
const keysOf =
  (now: InspectionAnswer | null, set: (given: InspectionAnswer | null) => void) =>
  (event: KeyboardEvent<HTMLTableRowElement>): void => {
    goAlongColumn(event)
    const isOnItem = event.target instanceof HTMLElement && event.target.dataset['column'] === 'item'
    if (!isOnItem || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const given = answerKeys[key]
    if (given === undefined || event.defaultPrevented) return
    event.preventDefault()
    // A key says what is so: pressed again it takes nothing back.
    if (given !== now) set(given)
  }
