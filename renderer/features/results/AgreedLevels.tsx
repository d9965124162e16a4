import { Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import { orpc } from '../../api/client.ts'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { MemberPoints } from './MemberPoints.tsx'

/** Levels that the council agreed on in criteria without a star mark; each member's own choice stays as it is. */
export function AgreedLevels(part: ItemPart) {
  const { t } = useTranslation('results')
  const { item, canChange } = part
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item.id } })).data
  const [asked, setAsked] = useState<readonly string[]>([])
  if (form === undefined) return null
  const plain = listCriteria(form).filter(({ criterion }) =>
    criterion.options.every(({ minStar }) => minStar === undefined),
  )
  const isShown = ({ criterion: { code } }: FormCriterion): boolean =>
    asked.includes(code) || item.agreedLevels[code] !== undefined
  const shown = plain.filter(isShown)
  return (
    <>
      {shown.length > 0 && (
        <table className={classes.table} data-testid="agreed-levels">
          <thead>
            <tr>
              <th scope="col">{t('gates.criterion')}</th>
              <th scope="col" style={{ width: '38%' }}>
                {t('gates.agreed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((place) => (
              <AgreedRow key={place.criterion.code} {...part} place={place} />
            ))}
          </tbody>
        </table>
      )}
      {canChange && (
        <SearchSelect
          className={classes.more}
          size="xs"
          aria-label={t('gates.another')}
          placeholder={t('gates.another')}
          value={null}
          data={plain
            .filter((place) => !isShown(place))
            .map(({ criterion: { code, title } }) => ({ value: code, label: `${code} ${title}` }))}
          onChange={(code) => code !== null && setAsked([...asked, code])}
        />
      )}
    </>
  )
}

function AgreedRow({ item, record, canChange, place }: ItemPart & { place: FormCriterion }) {
  const { t } = useTranslation('results')
  const agree = useMutation(orpc.results.setAgreedLevel.mutationOptions())
  const { criterion, index } = place
  const agreed = item.agreedLevels[criterion.code]
  const options = offeredOptions({ criterion, criteriaCase: item.criteriaCase }).map((option) => ({
    value: `${option.optionNumber}`,
    label: t('gates.option', { points: option.points, label: option.label ?? t('gates.noLevel') }),
  }))
  return (
    <tr>
      <th scope="row">
        {criterion.code} {criterion.title}
        <MemberPoints item={item} record={record} place={place} />
      </th>
      <td>
        {canChange ? (
          <Select
            size="xs"
            aria-label={t('gates.agreedFor', { code: criterion.code })}
            placeholder={t('gates.notAgreed')}
            clearable
            value={agreed === undefined ? null : `${agreed}`}
            data={options}
            error={agree.isError ? t('gates.failed') : undefined}
            onChange={(value) =>
              agree.mutate({
                agendaItemId: item.id,
                criterionIndex: index,
                option: value === null ? null : Number(value),
              })
            }
          />
        ) : (
          <span className={classes.soft}>{options.find(({ value }) => value === `${agreed}`)?.label ?? '–'}</span>
        )}
      </td>
    </tr>
  )
}
