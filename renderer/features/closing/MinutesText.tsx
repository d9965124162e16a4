import { Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MinutesFacts, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { SavedDate, SavedLongText, SavedTime } from '../../components/fields/SavedFields.tsx'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { Section } from '../../components/Section.tsx'
import classes from './ClosingPage.module.css'

/** What only the secretary knows of the meeting, for the minutes: when it began and ended, what was said. */
export function MinutesText({ record: { session }, canChange }: { record: SessionRecord; canChange: boolean }) {
  const { t } = useTranslation('meeting')
  const set = useMutation(orpc.sessions.setMinutes.mutationOptions())
  const patch = (change: Partial<MinutesFacts>) => set.mutateAsync({ sessionId: session.id, ...change })
  const saved = savedFields({ fields: session.minutes, patch, isReadOnly: !canChange })
  const endedOn = {
    ...saved('endedOn'),
    value: session.minutes.endedOn === '' ? session.heldOn : session.minutes.endedOn,
    save: (date: string) => patch({ endedOn: date === session.heldOn ? '' : date }),
  }
  return (
    <Section title={t('minutes.heading')} note={t('minutes.note')}>
      <Group gap="md" align="flex-start" mb="sm">
        <SavedTime label={t('minutes.beganAt')} w={130} {...saved('beganAt')} />
        <SavedTime label={t('minutes.endedAt')} w={130} {...saved('endedAt')} />
        <SavedDate label={t('minutes.endedOn')} w={170} {...endedOn} />
      </Group>
      <div className={classes.alone}>
        <SavedLongText
          label={t('minutes.discussion')}
          description={t('minutes.discussionNote')}
          minRows={4}
          maxLength={20_000}
          {...saved('discussion')}
        />
      </div>
    </Section>
  )
}
