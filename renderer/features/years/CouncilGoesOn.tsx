import { Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MemberRole } from '../../../shared/domain/session/session-record.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import type { CouncilDraft, MemberDraft } from './drafts.ts'
import classes from './Years.module.css'

const roles = ['chair', 'vice-chair', 'secretary', 'member'] as const satisfies readonly MemberRole[]

type Props = {
  readonly draft: CouncilDraft
  readonly year: number
  readonly fromYear: number
  readonly onChange: (change: Partial<CouncilDraft>) => void
}

/** One council: whether it goes on, by which decision, and which of its members go along in which role. */
export function CouncilGoesOn({ draft, year, fromYear, onChange }: Props) {
  const { t } = useTranslation('years')
  const { goesOn, formerName, formerNumber, members } = draft
  const leaving = members.filter((member) => !member.goesOn)
  const chairs = members.filter((member) => member.goesOn && member.role === 'chair')
  const former = formerNumber === '' ? formerName : t('council.former', { name: formerName, number: formerNumber })
  return (
    <fieldset className={classes.council}>
      <legend>
        <Checkbox
          label={former}
          checked={goesOn}
          onChange={({ currentTarget: { checked } }) => onChange({ goesOn: checked })}
        />
      </legend>
      {draft.levelEnded !== null && (
        <p className={classes.mark}>
          <StateMark tone="attention" isLong>
            {t('council.levelEnded', { year, level: t(`deadlines:level.${draft.levelEnded}`) })}
          </StateMark>
        </p>
      )}
      {goesOn && (
        <>
          <div className={classes.fields}>
            <TextInput
              className={classes.wide}
              label={t('council.name')}
              required
              withAsterisk={false}
              maxLength={500}
              value={draft.name}
              onChange={({ currentTarget: { value } }) => onChange({ name: value })}
            />
            <TextInput
              label={t('council.number')}
              description={t('council.numberNote')}
              placeholder="05/QĐ-UBND"
              value={draft.number}
              onChange={({ currentTarget: { value } }) => onChange({ number: value })}
            />
            <DateInput
              label={t('council.date')}
              description={t('council.dateNote')}
              date=""
              onDate={(date) => onChange({ date })}
            />
          </div>
          <MemberDrafts members={members} onChange={(changed) => onChange({ members: changed })} />
          {chairs.length !== 1 && (
            <p className={classes.mark}>
              <StateMark tone="attention" isLong>
                {t(chairs.length === 0 ? 'council.noChair' : 'council.manyChairs')}
              </StateMark>
            </p>
          )}
          {leaving.length > 0 && (
            <TextInput
              className={classes.reason}
              label={t('council.reason', { count: leaving.length, year: fromYear })}
              placeholder={t('council.reasonHint')}
              required
              value={draft.reason}
              onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}

function MemberDrafts({
  members,
  onChange,
}: {
  members: readonly MemberDraft[]
  onChange: (members: readonly MemberDraft[]) => void
}) {
  const { t } = useTranslation('years')
  const change = (id: number, changed: Partial<MemberDraft>): void =>
    onChange(members.map((one) => (one.id === id ? { ...one, ...changed } : one)))
  return (
    <DataTable
      caption={t('member.caption')}
      minWidth="620px"
      rows={members}
      rowKey={({ id }) => id}
      rowState={({ goesOn }) => (goesOn ? undefined : 'faded')}
      columns={[
        {
          key: 'member',
          head: t('member.name'),
          isRowHead: true,
          cell: ({ id, code, name, goesOn }) => (
            <Checkbox
              label={`${code} · ${name}`}
              checked={goesOn}
              onChange={({ currentTarget: { checked } }) => change(id, { goesOn: checked })}
            />
          ),
        },
        { key: 'post', head: t('member.post'), width: '38%', cell: ({ post }) => post },
        {
          key: 'role',
          head: t('member.role'),
          width: '170px',
          cell: ({ id, name, role, goesOn }) =>
            goesOn ? (
              <Select
                size="xs"
                aria-label={t('member.roleOf', { name })}
                allowDeselect={false}
                value={role}
                data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
                onChange={(value) => change(id, { role: roles.find((one) => one === value) ?? role })}
              />
            ) : (
              t('member.leaves')
            ),
        },
      ]}
    />
  )
}
