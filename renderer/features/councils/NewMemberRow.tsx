import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Council, MemberFields } from '../../../shared/api/councils.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { focusUnlessTyping } from '../../components/focus-at-start.ts'
import classes from './MemberTable.module.css'
import { roles } from './MemberRow.tsx'
import { nextCode } from '../../../shared/domain/next-code.ts'

/** The row that adds a member: Enter in any of its cells adds, and the next name can be typed at once. */
export function NewMemberRow({ council }: { council: Council }) {
  const { t } = useTranslation('councils')
  const nameInput = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<Partial<MemberFields>>({})
  const code =
    draft.code ??
    nextCode(
      council.members.map((member) => member.code),
      'TV01',
    )
  const role = draft.role ?? (council.members.some((member) => member.role === 'chair') ? 'member' : 'chair')
  const name = draft.name?.trim() ?? ''
  const add = useMutation(orpc.councils.saveMember.mutationOptions())
  const submit = (): void => {
    if (name === '' || add.isPending) return
    const fields = { position: '', organisation: '', ...draft, code, name, role }
    add.mutate(
      { councilId: council.id, fields },
      {
        onSuccess: () => {
          setDraft({})
          nameInput.current?.focus()
        },
      },
    )
  }
  // A council without members waits for its first; once there is one, the focus stays where it is.
  const isFirst = council.members.length === 0
  const nameField = useCallback(
    (field: HTMLInputElement | null) => {
      nameInput.current = field
      if (isFirst) focusUnlessTyping(field)
    },
    [isFirst],
  )
  // Members that come in above push it out of sight while it has the focus, and a dialog gives the focus back without a look.
  const { length } = council.members
  const above = useRef(length)
  useEffect(() => {
    if (above.current === length) return
    above.current = length
    if (document.activeElement === nameInput.current) nameInput.current?.scrollIntoView({ block: 'nearest' })
  }, [length])
  const cell = (field: 'code' | 'name' | 'position' | 'organisation') => ({
    'aria-label': t('member.newCell', { field: t(`member.${field}`) }),
    value: field === 'code' ? code : (draft[field] ?? ''),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget
      setDraft((before) => ({ ...before, [field]: value }))
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit()
    },
    className: classes.cell ?? '',
  })
  return (
    <>
      <tr className={classes.newRow}>
        <td>
          <TextInput {...cell('code')} maxLength={40} />
        </td>
        <td>
          <TextInput
            {...cell('name')}
            ref={nameField}
            placeholder={t('member.newName')}
            maxLength={200}
            onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
          />
        </td>
        <td>
          <TextInput {...cell('position')} />
        </td>
        <td>
          <TextInput {...cell('organisation')} />
        </td>
        <td>
          <Select
            aria-label={t('member.newCell', { field: t('member.role') })}
            value={role}
            data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            onChange={(value) =>
              setDraft((before) => ({ ...before, role: roles.find((one) => one === value) ?? role }))
            }
            className={classes.cell}
          />
        </td>
        <td className={classes.tools}>
          <Button variant="light" size="compact-sm" disabled={name === ''} loading={add.isPending} onClick={submit}>
            {t('members.add')}
          </Button>
        </td>
      </tr>
      {add.error !== null && (
        <tr>
          <td colSpan={6}>
            <ErrorNote error={add.error} />
          </td>
        </tr>
      )}
    </>
  )
}
