import { Button, Checkbox, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvinceComparison, ProvinceDifference } from '../../../shared/api/province-list.ts'
import { correctableFields } from '../../../shared/domain/session/province-fields.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './ProvinceList.module.css'

/** What the province changed, row by row; only what is ticked is taken over, and only then. */
export function ProvinceReturn({
  sessionId,
  comparison: { differences, missing, unknown, matched },
  onClose,
}: {
  sessionId: number
  comparison: ProvinceComparison
  onClose: () => void
}) {
  const { t } = useTranslation('province')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const accept = useMutation(orpc.provinceList.accept.mutationOptions())
  const corrections = differences.flatMap((difference) => {
    const field = correctableFields.find((candidate) => candidate === difference.field)
    if (field === undefined || !chosen.has(keyOf(difference))) return []
    return [{ agendaItemId: difference.agendaItemId, field, value: difference.theirs }]
  })
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  return (
    <Dialog title={t('return.title')} size="xl" onClose={onClose}>
      <p className={classes.lead} role="status">
        {accept.data !== undefined
          ? t('return.done', { count: accept.data.products })
          : differences.length === 0
            ? t('return.same', { count: matched })
            : t('return.sum', { count: differences.length })}
      </p>
      {missing.length > 0 && (
        <p className={classes.warning}>{t('return.missing', { products: missing.map(nameOf).join(', ') })}</p>
      )}
      {unknown.map(({ row, text }) => (
        <p key={row} className={classes.warning}>
          {t('return.unknown', { row, text })}
        </p>
      ))}
      {differences.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('return.list')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('return.accept')}</th>
                <th scope="col">{t('return.row')}</th>
                <th scope="col">{t('return.product')}</th>
                <th scope="col">{t('fill.head')}</th>
                <th scope="col">{t('return.ours')}</th>
                <th scope="col">{t('return.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <DifferenceRow
                  key={keyOf(difference)}
                  difference={difference}
                  isChosen={chosen.has(keyOf(difference))}
                  isDone={accept.data !== undefined}
                  onToggle={() => toggle(keyOf(difference))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ErrorNote error={accept.error} />
      <Group justify="flex-end" gap="sm" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('return.close')}
        </Button>
        {accept.data === undefined && differences.some(({ isCorrectable }) => isCorrectable) && (
          <Button
            loading={accept.isPending}
            disabled={corrections.length === 0}
            onClick={() => accept.mutate({ sessionId, corrections })}
          >
            {t('return.take', { count: corrections.length })}
          </Button>
        )}
      </Group>
    </Dialog>
  )
}

function DifferenceRow({
  difference: { row, code, productName, head, ours, theirs, isCorrectable },
  isChosen,
  isDone,
  onToggle,
}: {
  difference: ProvinceDifference
  isChosen: boolean
  isDone: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation('province')
  return (
    <tr>
      <td>
        {isCorrectable && (
          <Checkbox
            size="xs"
            checked={isChosen}
            disabled={isDone}
            onChange={onToggle}
            aria-label={t('return.acceptOf', { head, code })}
          />
        )}
      </td>
      <td>{row}</td>
      <td>{nameOf({ code, productName })}</td>
      <td>{head}</td>
      <td>{ours === '' ? t('return.empty') : ours}</td>
      <td>
        {theirs === '' ? t('return.empty') : theirs}
        {!isCorrectable && <span className={classes.fixed}>{t('return.fixed')}</span>}
      </td>
    </tr>
  )
}

const keyOf = ({ agendaItemId, field }: ProvinceDifference): string => `${agendaItemId}/${field}`

const nameOf = ({ code, productName }: { readonly code: string; readonly productName: string }): string =>
  `${code} ${productName}`
