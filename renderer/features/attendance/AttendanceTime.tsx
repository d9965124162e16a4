import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readClock } from '../../../shared/domain/calendar/read-clock.ts'
import { useDraft } from '../../components/fields/use-draft.ts'
import { timesProblem } from '../../../shared/domain/session/attendance-times.ts'

type Props = {
  end: 'arrivedAt' | 'leftAt'
  arrivedAt: string | null
  leftAt: string | null
  save: (time: string | null) => Promise<unknown>
  isReadOnly: boolean
  'aria-label': string
}

/** When a member came or went, typed as `0805`; a time that does not fit the other one is refused in its place. */
export function AttendanceTime({ end, arrivedAt, leftAt, save, isReadOnly, ...label }: Props) {
  const { t } = useTranslation('meeting')
  const times = { arrivedAt, leftAt }
  const draft = useDraft<string | null>({
    value: times[end],
    show: (time) => time ?? '',
    read: (text) => {
      const time = readClock(text)
      if (time === null) return { problem: t('common:field.timeInvalid') }
      const value = time === '' ? null : time
      if (timesProblem({ ...times, [end]: value }) === null) return { value }
      return {
        problem: t(end === 'leftAt' ? 'attendance.leftTooEarly' : 'attendance.arrivedTooLate', {
          time: times[end === 'leftAt' ? 'arrivedAt' : 'leftAt'],
        }),
      }
    },
    save,
  })
  return (
    <TextInput
      size="xs"
      placeholder="--:--"
      inputMode="numeric"
      maxLength={8}
      data-column={end}
      readOnly={isReadOnly}
      {...label}
      {...draft}
    />
  )
}
