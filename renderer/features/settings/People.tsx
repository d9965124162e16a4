import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/api/people.ts'
import { personRoles } from '../../../shared/domain/people/roles.ts'
import { useDesk } from '../../api/desk.ts'
import { orpc } from '../../api/client.ts'
import { useIsFileReadOnly, useIsReadOnly } from '../../api/read-only.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SavedSelect } from '../../components/fields/SavedFields.tsx'
import { AddPerson } from './AddPerson.tsx'
import { PasswordDialog, RecoveryDialog } from './PasswordDialog.tsx'
import classes from './People.module.css'

/** Who works with the open file: their roles and passwords, and when the screen locks itself. */
export function People() {
  const { t } = useTranslation('people')
  const { data: people } = useQuery(orpc.people.list.queryOptions())
  const save = useMutation(orpc.people.save.mutationOptions())
  const [promoted, setPromoted] = useState<{ readonly name: string; readonly code: string } | null>(null)
  const canChange = !useIsReadOnly()
  const desk = useDesk()
  if (people === undefined || desk === undefined) return null
  const isAtWork = ({ id }: Person): boolean => desk.person?.id === id
  return (
    <div className={classes.people}>
      {people.length > 0 && (
        <DataTable
          caption={t('settings.label')}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t('name'),
              isRowHead: true,
              cell: (person) => (
                <>
                  {person.name}
                  {isAtWork(person) && <span className={classes.below}>{t('settings.works')}</span>}
                </>
              ),
            },
            {
              key: 'role',
              head: t('settings.role'),
              width: '164px',
              cell: ({ id, name, role }) => (
                <SavedSelect
                  aria-label={t('settings.for', { deed: t('settings.role'), name })}
                  value={role}
                  isReadOnly={!canChange}
                  options={personRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
                  save={async (next) => {
                    const { recoveryCode: code } = await save.mutateAsync({ id, name, role: next })
                    if (code !== null) setPromoted({ name, code })
                  }}
                />
              ),
            },
            {
              key: 'password',
              head: t('password'),
              width: '176px',
              cell: (person) => <Password person={person} isOwn={isAtWork(person)} canReset={canChange} />,
            },
            {
              key: 'deeds',
              head: <span className="visually-hidden">{t('settings.remove')}</span>,
              width: '84px',
              align: 'end',
              cell: (person) => canChange && !isAtWork(person) && <Remove person={person} />,
            },
          ]}
        />
      )}
      {promoted !== null && <RecoveryDialog {...promoted} onClose={() => setPromoted(null)} />}
      {people.length === 0 && <p className={classes.note}>{t('settings.none')}</p>}
      {canChange && <AddPerson isFirst={people.length === 0} />}
      {people.length > 0 && <Idle minutes={desk.idleMinutes} canChange={canChange} />}
    </div>
  )
}

function Password({ person, isOwn, canReset }: { person: Person; isOwn: boolean; canReset: boolean }) {
  const { t } = useTranslation('people')
  const isFileReadOnly = useIsFileReadOnly()
  const [isOpen, setOpen] = useState(false)
  const { name, hasPassword } = person
  const deed = t(hasPassword ? (isOwn ? 'settings.change' : 'settings.reset') : 'settings.set')
  return (
    <div className={classes.password}>
      <span className={classes.below}>{t(hasPassword ? 'settings.hasPassword' : 'settings.noPassword')}</span>
      {(isOwn || canReset) && !isFileReadOnly && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('settings.for', { deed, name })}
          onClick={() => setOpen(true)}
        >
          {deed}
        </Button>
      )}
      {isOpen && <PasswordDialog person={person} isOwn={isOwn} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Remove({ person: { id, name } }: { person: Person }) {
  const { t } = useTranslation('people')
  const remove = useMutation(orpc.people.remove.mutationOptions())
  const label = t('settings.remove')
  return (
    <DeedButton
      size="compact-sm"
      label={label}
      aria-label={t('settings.for', { deed: label, name })}
      isDanger
      deed={remove}
      inputOf={() => ({ id })}
    >
      {t('settings.removeText', { name })}
    </DeedButton>
  )
}

const idleChoices = [0, 1, 3, 5, 10, 15, 30] as const

function Idle({ minutes, canChange }: { minutes: number; canChange: boolean }) {
  const { t } = useTranslation('people')
  const save = useMutation(orpc.people.setIdle.mutationOptions())
  return (
    <div className={classes.idle}>
      <Select
        label={t('settings.idle')}
        description={t('settings.idleNote')}
        value={String(minutes)}
        readOnly={!canChange}
        data={[...new Set([...idleChoices, minutes])].map((count) => ({
          value: String(count),
          label: count === 0 ? t('settings.never') : t('settings.minutes', { count }),
        }))}
        onChange={(value) => value !== null && save.mutate({ minutes: Number(value) })}
      />
      <ErrorNote error={save.error} />
    </div>
  )
}
