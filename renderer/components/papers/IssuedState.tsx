import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedPaper } from '../../../shared/api/issued-papers.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { saveFile } from '../save-file.ts'
import { StateMark } from '../StateMark.tsx'

/** That the session was unlocked after a paper was issued. */
export function ReopenedMark({ at }: { at: string | null }) {
  const { t } = useTranslation('papers')
  if (at === null) return null
  return (
    <StateMark tone="attention">
      <span style={{ whiteSpace: 'normal' }}>{t('issued.reopened', { date: formatDate(vietnamDay(at)) })}</span>
    </StateMark>
  )
}

/** What was issued under a number before it was renewed: somebody may hold it. */
export function FormerPapers({ former }: { former: readonly IssuedPaper[] }) {
  const { t } = useTranslation('papers')
  return former.map((paper) => (
    <Group key={paper.seq} gap="xs">
      <StateMark tone="attention">
        <span style={{ whiteSpace: 'normal' }}>
          {t('issued.former', { date: formatDate(vietnamDay(paper.kept[0]?.keptAt ?? '')) })}
        </span>
      </StateMark>
      <IssuedState issued={paper} canSave />
    </Group>
  ))
}

type Props = {
  issued: IssuedPaper | null
  /** The kept bytes are offered here. */
  canSave?: boolean
  /** What was not kept, as where the program was ended in between, is kept now. */
  keepsAtOnce?: boolean
}

/** Whether the bytes of an issued paper are kept, and what can be done about it. */
export function IssuedState({ issued, canSave = false, keepsAtOnce = false }: Props) {
  const { t } = useTranslation('papers')
  const isReadOnly = useIsReadOnly()
  const keep = useMutation(orpc.documents.issued.keep.mutationOptions())
  const take = useMutation(orpc.documents.issued.take.mutationOptions({ meta: { writes: false } }))
  const { mutate } = keep
  const missing = keepsAtOnce && !isReadOnly && issued?.state === 'missing' ? issued.seq : null
  useEffect(() => {
    if (missing !== null) mutate({ seq: missing })
  }, [missing, mutate])
  if (issued === null) return null
  const { seq, state, kept } = issued
  return (
    <Group gap="xs">
      {state !== 'kept' && (
        <StateMark tone={state === 'before' ? 'plain' : 'attention'}>
          <span style={{ whiteSpace: 'normal' }}>{t(`issued.${state}`)}</span>
        </StateMark>
      )}
      {state === 'missing' && !isReadOnly && (
        <Button size="compact-sm" variant="default" loading={keep.isPending} onClick={() => keep.mutate({ seq })}>
          {t('issued.keep')}
        </Button>
      )}
      {canSave &&
        kept.map(({ format }) => (
          <Button
            key={format}
            size="compact-sm"
            variant="default"
            loading={take.isPending}
            onClick={() => take.mutate({ seq, format }, { onSuccess: saveFile })}
          >
            {t(`issued.take.${format}`)}
          </Button>
        ))}
      <ErrorNote error={keep.error ?? take.error} />
    </Group>
  )
}
