import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Council, Member, MemberFields } from '../../../shared/api/councils.ts'
import { pastedMemberFields, type PastedMemberFields } from '../../../shared/domain/pasted-table/member-fields.ts'
import { memberFieldNames, planMembers, type PlannedMember } from '../../../shared/domain/pasted-table/plan-members.ts'
import type { PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
import { orpc } from '../../api/client.ts'
import { faultText } from '../../components/paste/fault-text.ts'
import { PasteDialog } from '../../components/paste/PasteDialog.tsx'
import { PastedLines, type PastedLine } from '../../components/paste/PastedLines.tsx'
import { SameOrOther } from '../../components/paste/SameOrOther.tsx'
import { useLanguages } from '../../components/paste/use-languages.ts'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import { spokenMembers } from './copied-members.ts'

type Props = { readonly council: Council; readonly block: PastedBlock; readonly onClose: () => void }

/** A list of members from a spreadsheet, laid over a council's. */
export function PasteMembers({ council, block, onClose }: Props) {
  const { t } = useTranslation('councils')
  const spoken = useLanguages('councils', spokenMembers)
  return (
    <PasteDialog
      title={t('members.paste')}
      fields={pastedMemberFields}
      spoken={spoken}
      nameOf={(field) => t(`member.${field}`)}
      block={block}
      onClose={onClose}
    >
      {(rows) => <Rows council={council} rows={rows} onClose={onClose} />}
    </PasteDialog>
  )
}

type RowsProps = Omit<Props, 'block'> & { readonly rows: readonly PastedRow<PastedMemberFields>[] }

function Rows({ council, rows, onClose }: RowsProps) {
  const { t } = useTranslation('councils')
  const [answers, setAnswers] = useState<ReadonlyMap<number, boolean>>(new Map())
  const take = useMutation(orpc.councils.takeMembers.mutationOptions())
  const [today] = useState(() => vietnamDay(new Date()))
  const members = council.members.map((member) => ({ ...member, isRetired: !isMemberOn(member, today) }))
  const planned = planMembers({ rows, members, answers })
  const lineOf = useLine((line, isSame) => setAnswers(new Map([...answers, [line, isSame]])), answers)
  const taken = planned.flatMap(({ outcome }) => {
    if (outcome === null || outcome.kind === 'same') return []
    if (outcome.kind === 'new') return [{ fields: outcome.fields }]
    return [{ id: outcome.member.id, seen: fieldsOf(outcome.member), fields: outcome.fields }]
  })
  return (
    <PastedLines
      lines={planned.map(lineOf)}
      deed={take}
      input={{ councilId: council.id, rows: taken }}
      told={t('members.pasted', { count: taken.length })}
      onClose={onClose}
    />
  )
}

function useLine(onAnswer: (line: number, isSame: boolean) => void, answers: ReadonlyMap<number, boolean>) {
  const { t } = useTranslation('councils')
  const { t: paste } = useTranslation('paste')
  const worded = (field: keyof MemberFields, value: string): string =>
    value === '' ? paste('blank') : field === 'role' ? t(`common:role.${value as Member['role']}`) : value
  const saysOf = ({ outcome, faults }: PlannedMember): readonly string[] => {
    if (faults.length > 0) {
      return faults.map((fault) =>
        faultText({ ...fault, field: t(`member.${fault.field as keyof MemberFields}`) }, paste),
      )
    }
    if (outcome === null || outcome.kind === 'same') return []
    const { fields } = outcome
    if (outcome.kind === 'new') {
      const { code, role, position, organisation } = fields
      return [[code, worded('role', role), position, organisation].filter((part) => part !== '').join(' · ')]
    }
    return memberFieldNames
      .filter((field) => outcome.member[field] !== fields[field])
      .map((field) =>
        paste('change', {
          field: t(`member.${field}`),
          from: worded(field, outcome.member[field]),
          to: worded(field, fields[field]),
        }),
      )
  }
  return (planned: PlannedMember): PastedLine => {
    const { line, name, faults, asks, outcome } = planned
    const state = faults.length > 0 ? 'faulty' : (outcome?.kind ?? 'asked')
    if (asks === null) return { line, name, state, says: saysOf(planned) }
    return {
      line,
      name,
      state,
      says: [
        asks.why === 'above'
          ? t('members.alike.above', { line: asks.line })
          : t(`members.alike.${asks.why}`, { code: asks.member.code, name: asks.member.name }),
        ...saysOf(planned),
      ],
      ask: (
        <SameOrOther
          label={t('members.alike.label', { name })}
          answer={answers.get(line)}
          same={t('members.alike.same')}
          other={t('members.alike.other')}
          onAnswer={(isSame) => onAnswer(line, isSame)}
        />
      ),
    }
  }
}

const fieldsOf = ({ code, name, position, organisation, role }: MemberFields): MemberFields => ({
  code,
  name,
  position,
  organisation,
  role,
})
