import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, Person } from '../../../shared/api/people.ts'
import { isPersonName, personName } from '../../../shared/domain/vietnamese/person-name.ts'
import { isCovered, noteEntry } from '../../api/desk.ts'
import { orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { refreshWorkspace } from '../../api/refresh-workspace.ts'
import { whenSaved, whenTried } from '../../api/unsaved.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { Form } from '../fields/Form.tsx'
import { focusAtOnce } from '../fields/focus-at-once.ts'
import { PersonFields } from './PersonFields.tsx'
import { StuckChanges } from './StuckChanges.tsx'

type Props = {
  readonly desk: Desk
  readonly deed: string
  /** Who works now gets the keys back after a check. */
  readonly lends?: boolean
  readonly onDone: () => void
  /** Stands beside the button. */
  readonly children?: ReactNode
}

/** Says who works from now on: a person of the file, by password where there is one, or a name where it names nobody. */
export function SignIn(props: Props) {
  return props.desk.hasPeople ? <AsPerson {...props} /> : <AsName {...props} />
}

function AsPerson({ desk, deed, lends = false, onDone, children }: Props) {
  const { data: people } = useQuery(orpc.people.list.queryOptions())
  const [choice, setChoice] = useState<number | null>(null)
  const [password, setPassword] = useState('')
  const signIn = useMutation(orpc.people.signIn.mutationOptions({ meta: { writes: false } }))
  // Whoever works already does not sign in again; at the lock the one who worked comes first.
  const others = people?.filter(({ id }) => desk.isLocked || id !== desk.person?.id) ?? []
  const chosen = others.find(({ id }) => id === (choice ?? (desk.isLocked ? desk.expected : null)))
  const enter = async ({ id, hasPassword }: Person): Promise<void> => {
    // What was keyed stays with who keyed it.
    if (!desk.isLocked) await whenTried()
    await signIn.mutateAsync({ id, lends, ...(hasPassword && { password }) })
    noteEntry()
    // Before a key can come: it belongs to who works by then.
    await refreshWorkspace(queryClient)
    isCovered.set(false)
    onDone()
  }
  const tryToEnter = (person: Person): void => void enter(person).catch(() => setPassword(''))
  return (
    <Form onSubmit={() => chosen !== undefined && tryToEnter(chosen)}>
      <Stack gap="md">
        <PersonFields
          people={others}
          chosen={chosen}
          password={password}
          onPassword={setPassword}
          onPerson={(person) => {
            setChoice(person.id)
            setPassword('')
            signIn.reset()
            if (!person.hasPassword) tryToEnter(person)
          }}
        />
        <StuckChanges />
        <ErrorNote error={signIn.error} />
        <Group justify="space-between" gap="sm">
          <span>{children}</span>
          <Button type="submit" loading={signIn.isPending} disabled={chosen === undefined}>
            {deed}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

function AsName({ deed, lends = false, onDone, children }: Props) {
  const { t } = useTranslation('people')
  const [name, setName] = useState('')
  const setOperator = useMutation(orpc.workspace.setOperator.mutationOptions({ meta: { writes: false } }))
  const isReady = isPersonName(personName(name))
  const enter = async (): Promise<void> => {
    await whenSaved()
    await setOperator.mutateAsync({ name, lends })
    onDone()
    await refreshWorkspace(queryClient)
  }
  return (
    <Form onSubmit={() => isReady && void enter().catch(() => {})}>
      <Stack gap="md">
        <TextInput
          label={t('name')}
          value={name}
          maxLength={200}
          ref={focusAtOnce}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <StuckChanges />
        <ErrorNote error={setOperator.error} />
        <Group justify="space-between" gap="sm">
          <span>{children}</span>
          <Button type="submit" loading={setOperator.isPending} disabled={!isReady}>
            {deed}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
