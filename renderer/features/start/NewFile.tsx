import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../components/fields/Form.tsx'
import type { Opener } from './open-request.ts'
import classes from './StartPage.module.css'

/** A new, empty file by its name. */
export function NewFile({ open, busy }: Opener) {
  const { t } = useTranslation('start')
  const [name, setName] = useState('')
  return (
    <section className={classes.section}>
      <h2>{t('new.title')}</h2>
      <Form
        className={classes.newFile}
        onSubmit={() => name.trim() !== '' && open({ kind: 'create', name: name.trim() })}
      >
        <TextInput
          label={t('new.label')}
          placeholder={t('new.example')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''} loading={busy?.kind === 'create'}>
          {t('new.create')}
        </Button>
      </Form>
    </section>
  )
}
