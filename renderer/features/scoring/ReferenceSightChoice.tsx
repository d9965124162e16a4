import { SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReferenceSight } from '../../../shared/api/reference.ts'
import { orpc } from '../../api/client.ts'
import { useDesk } from '../../api/desk.ts'
import { useIsFileReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './View.module.css'

type Props = { readonly sessionId: number; readonly sight: ReferenceSight; readonly isClosed: boolean }

const sights = ['panel', 'hidden'] as const satisfies readonly ReferenceSight[]

/** Who is shown reference scores at this session: said by the secretary or the chair, and kept in the audit. */
export function ReferenceSightChoice({ sessionId, sight, isClosed }: Props) {
  const { t } = useTranslation('scoring')
  const isFileReadOnly = useIsFileReadOnly()
  const canSay = useDesk()?.person?.role !== 'checker'
  const set = useMutation(orpc.reference.setSight.mutationOptions())
  return (
    <span className={classes.choice}>
      <span aria-hidden="true">{t('reference.sightLabel')}:</span>
      <SegmentedControl
        size="xs"
        aria-label={t('reference.sightLabel')}
        disabled={isClosed || isFileReadOnly || !canSay || set.isPending}
        value={sight}
        onChange={(value) => {
          const wanted = sights.find((one) => one === value)
          if (wanted !== undefined) set.mutate({ sessionId, sight: wanted })
        }}
        data={sights.map((value) => ({ value, label: t(`reference.sight.${value}`) }))}
      />
      <ErrorNote error={set.error} />
    </span>
  )
}
