import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { orpc } from '../../api/client.ts'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** The level that the council agreed on in one criterion; chosen here while the session is open. */
export function AgreedLevelSelect({ item, canChange, place }: ItemPart & { place: FormCriterion }) {
  const { t } = useTranslation('results')
  const agree = useMutation(orpc.results.setAgreedLevel.mutationOptions())
  const { criterion, index } = place
  const value = item.agreedLevels[criterion.code]?.toString() ?? null
  const data = offeredOptions({ criterion, criteriaCase: item.criteriaCase }).map(
    ({ optionNumber, points, label }) => ({
      value: String(optionNumber),
      label: t('gates.option', { points, label: label ?? t('gates.noLevel') }),
    }),
  )
  if (!canChange) {
    return <span className={classes.soft}>{data.find((option) => option.value === value)?.label ?? '–'}</span>
  }
  return (
    <Select
      size="xs"
      aria-label={t('gates.agreedFor', { code: criterion.code })}
      placeholder={t('gates.notAgreed')}
      clearable
      value={value}
      data={data}
      error={agree.isError ? t('gates.failed') : undefined}
      onChange={(option) =>
        agree.mutate({
          agendaItemId: item.id,
          criterionIndex: index,
          option: option === null ? null : Number(option),
        })
      }
    />
  )
}
