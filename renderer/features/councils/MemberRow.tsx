import { ActionIcon } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { HTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, MemberFields } from '../../../shared/api/councils.ts'
import type { MemberRole } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedSelect, SavedText } from '../../components/fields/SavedFields.tsx'
import { Icon } from '../../components/Icon.tsx'
import { MoveButtons } from '../../components/row-order/MoveButtons.tsx'
import classes from './MemberTable.module.css'

export const roles = ['chair', 'vice-chair', 'secretary', 'member'] as const satisfies readonly MemberRole[]

type Props = {
  member: Member
  isReadOnly: boolean
  rowProps: HTMLAttributes<HTMLTableRowElement>
  isFirst: boolean
  isLast: boolean
  onMove: (by: number) => void
  onRemove: () => void
}

/** One member; each cell saves itself. */
export function MemberRow({ member, isReadOnly, rowProps, isFirst, isLast, onMove, onRemove }: Props) {
  const { t } = useTranslation('councils')
  const save = useMutation(orpc.councils.saveMember.mutationOptions({ scope: { id: `member-${member.id}` } }))
  const { id, councilId, isInUse, retiredOn, retireReason: _reason, ...fields } = member
  const patch = (change: Partial<MemberFields>) => save.mutateAsync({ councilId, id, fields: change })
  const saved = savedFields<MemberFields>({ fields, patch, isReadOnly })
  const cell = (field: 'code' | 'name' | 'position' | 'organisation') => ({
    'aria-label': t('member.cell', { field: t(`member.${field}`), code: member.code }),
    ...saved(field),
    isRequired: field === 'code' || field === 'name',
    className: classes.cell ?? '',
  })
  return (
    <tr {...rowProps}>
      <td>
        <SavedText {...cell('code')} maxLength={40} />
      </td>
      <td>
        <SavedText {...cell('name')} maxLength={200} />
      </td>
      <td>
        <SavedText {...cell('position')} />
      </td>
      <td>
        <SavedText {...cell('organisation')} />
      </td>
      <td>
        <SavedSelect
          aria-label={t('member.cell', { field: t('member.role'), code: member.code })}
          {...saved('role')}
          options={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
          className={classes.cell ?? ''}
        />
      </td>
      <td className={classes.tools}>
        {!isReadOnly && (
          <span className={classes.buttons}>
            <MoveButtons
              upLabel={t('members.up', { name: member.name })}
              downLabel={t('members.down', { name: member.name })}
              isFirst={isFirst}
              isLast={isLast}
              onMove={onMove}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={retiredOn !== null}
              aria-label={t(isInUse ? 'members.retireTitle' : 'members.removeTitle', { name: member.name })}
              onClick={onRemove}
            >
              <Icon name="close" size={15} />
            </ActionIcon>
          </span>
        )}
      </td>
    </tr>
  )
}
