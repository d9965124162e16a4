import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personRoles, type PersonRole } from '../../../shared/domain/people/roles.ts'
import { isPersonName, personName } from '../../../shared/domain/vietnamese/person-name.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import classes from './People.module.css'

/** Names one more person; the first of a file is its secretary. */
export function AddPerson({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('people')
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [role, setRole] = useState<PersonRole>('checker')
  const save = useMutation(orpc.people.save.mutationOptions())
  const add = (): void => {
    if (!isPersonName(personName(name))) return
    const done = (): void => {
      setName('')
      input.current?.focus()
    }
    save.mutate({ name, role }, { onSuccess: done })
  }
  return (
    <Form onSubmit={add}>
      <div className={classes.add}>
        <TextInput
          ref={input}
          label={t('name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {!isFirst && (
          <Select
            label={t('settings.role')}
            w={176}
            value={role}
            data={personRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(value) => setRole(personRoles.find((known) => known === value) ?? 'checker')}
          />
        )}
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('settings.add')}
        </Button>
      </div>
      <p className={classes.below}>{isFirst ? t('settings.first') : t(`may.${role}`)}</p>
      <ErrorNote error={save.error} />
    </Form>
  )
}
