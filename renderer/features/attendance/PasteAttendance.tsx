import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import {
  pastedAttendanceFields,
  type PastedAttendanceFields,
} from '../../../shared/domain/pasted-table/attendance-fields.ts'
import type { PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { orpc } from '../../api/client.ts'
import { faultText } from '../../components/paste/fault-text.ts'
import { PasteDialog } from '../../components/paste/PasteDialog.tsx'
import { PastedLines, type PastedLine } from '../../components/paste/PastedLines.tsx'
import { useLanguages } from '../../components/paste/use-languages.ts'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import { spokenAttendance } from './copied-attendance.ts'
import {
  changedFields,
  isChange,
  planAttendance,
  type AttendanceField,
  type PlannedAttendance,
} from './plan-attendance.ts'

type Props = { readonly session: SessionDetail; readonly block: PastedBlock; readonly onClose: () => void }

/** A list of who came from a spreadsheet, laid over the session's attendance. */
export function PasteAttendance({ session, block, onClose }: Props) {
  const { t } = useTranslation('meeting')
  const spoken = useLanguages('meeting', spokenAttendance)
  return (
    <PasteDialog
      title={t('attendance.paste')}
      fields={pastedAttendanceFields}
      spoken={spoken}
      nameOf={(field) => t(`attendance.field.${field}`)}
      block={block}
      onClose={onClose}
    >
      {(rows) => <Rows session={session} rows={rows} onClose={onClose} />}
    </PasteDialog>
  )
}

type RowsProps = Omit<Props, 'block'> & { readonly rows: readonly PastedRow<PastedAttendanceFields>[] }

function Rows({ session, rows, onClose }: RowsProps) {
  const { t } = useTranslation('meeting')
  const take = useMutation(orpc.sessions.takeAttendance.mutationOptions({ scope: { id: `attendance-${session.id}` } }))
  const planned = planAttendance(rows, session.members)
  const lineOf = useLine()
  const taken = planned.flatMap((one) =>
    one.outcome !== null && isChange(one)
      ? [{ memberId: one.outcome.member.id, seen: one.outcome.from, ...one.outcome.to }]
      : [],
  )
  return (
    <PastedLines
      lines={planned.map(lineOf)}
      deed={take}
      input={{ sessionId: session.id, rows: taken }}
      told={t('attendance.pasted', { count: taken.length })}
      onClose={onClose}
    />
  )
}

function useLine(): (planned: PlannedAttendance) => PastedLine {
  const { t } = useTranslation('meeting')
  const { t: paste } = useTranslation('paste')
  const worded = (value: string | boolean | null): string => {
    if (typeof value === 'boolean') return t(value ? 'attendance.isPresent' : 'attendance.isAbsent')
    return value === null || value === '' ? paste('blank') : value
  }
  return (planned) => {
    const { line, name, faults, outcome } = planned
    if (outcome === null) {
      const says = faults.map((fault) => faultText({ ...fault, field: t(`attendance.field.${fault.field}`) }, paste))
      return { line, name, state: 'faulty', says }
    }
    const { from, to } = outcome
    const says = changedFields(outcome).map((field) =>
      paste('change', {
        field: t(`attendance.field.${shownAs(field)}`),
        from: worded(from[field]),
        to: worded(to[field]),
      }),
    )
    return { line, name, state: isChange(planned) ? 'changed' : 'same', says }
  }
}

const shownAs = (field: ReturnType<typeof changedFields>[number]): AttendanceField =>
  field === 'isPresent' ? 'present' : field
