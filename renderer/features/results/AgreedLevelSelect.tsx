import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** The level that the council agreed on in one criterion; chosen here, with its reason, while the session is open. */
export function AgreedLevelSelect({ item, canChange, place }: ItemPart & { place: FormCriterion }) {
  const { t } = useTranslation('results')
  const agree = useMutation(orpc.results.setAgreedLevel.mutationOptions())
  const { criterion, index } = place
  const [asked, setAsked] = useState<string | null>(null)
  const value = item.agreedLevels[criterion.code]?.toString() ?? null
  const data = offeredOptions({ criterion, criteriaCase: item.criteriaCase }).map(
    ({ optionNumber, points, label }) => ({
      value: String(optionNumber),
      label: t('gates.option', { points, label: label ?? t('gates.noLevel') }),
    }),
  )
  const labelOf = (option: string | null) => data.find((one) => one.value === option)?.label
  const reason = item.agreedReasons[criterion.code]
  if (!canChange) {
    return (
      <span className={classes.soft}>
        {labelOf(value) ?? '–'}
        {reason !== undefined && <span className={classes.memberPoints}>{reason}</span>}
      </span>
    )
  }
  const write = (option: string | null, why: string): void =>
    agree.mutate(
      { agendaItemId: item.id, criterionIndex: index, option: option === null ? null : Number(option), reason: why },
      { onSuccess: () => setAsked(null) },
    )
  return (
    <>
      <Select
        size="xs"
        aria-label={t('gates.agreedFor', { code: criterion.code })}
        placeholder={t('gates.notAgreed')}
        description={reason}
        inputWrapperOrder={['input', 'description', 'error']}
        clearable
        value={value}
        data={data}
        error={agree.isError && asked === null ? t('gates.failed') : undefined}
        onChange={(option) => (option === null ? write(null, '') : option !== value && setAsked(option))}
      />
      {value !== null && (
        <button type="button" className={classes.toggle} onClick={() => setAsked(value)}>
          {t(reason === undefined ? 'gates.giveReason' : 'gates.changeReason')}
        </button>
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('gates.agreedFor', { code: criterion.code })}
        confirmLabel={t('gates.agree')}
        reasonLabel={t('gates.reason')}
        isBusy={agree.isPending}
        error={agree.error}
        onConfirm={(why) => write(asked, why)}
        onClose={() => {
          setAsked(null)
          agree.reset()
        }}
      >
        {t('gates.agreeText', { level: labelOf(asked) ?? '' })}
      </ConfirmDialog>
    </>
  )
}
