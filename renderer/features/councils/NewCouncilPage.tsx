import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CouncilFields } from '../../../shared/api/councils.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { useOwnPlace } from '../../components/own-place.ts'
import { Page } from '../../components/Page.tsx'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { councilLevels } from './council-levels.ts'
import classes from './CouncilPage.module.css'

/** What makes a council: the rest (members, regulations) follows on its own page. */
export function NewCouncilPage() {
  const { t } = useTranslation('councils')
  return (
    <Page title={t('new.title')}>
      <NewCouncil />
    </Page>
  )
}

function NewCouncil() {
  const { t } = useTranslation('councils')
  const navigate = useNavigate()
  const { province, district } = useOwnPlace()
  const { texts, text } = useTexts({ name: '', province, district, foundingDecisionNumber: '' })
  const [chosenLevel, setLevel] = useState<CouncilFields['level'] | null>(null)
  const level = chosenLevel ?? (district === '' ? 'province' : 'district')
  /** ISO date or empty; null while what is typed is no date. */
  const [foundingDecisionDate, setDate] = useState<string | null>('')
  const create = useMutation(orpc.councils.save.mutationOptions())
  const isReady = texts.name.trim() !== '' && texts.province.trim() !== '' && foundingDecisionDate !== null
  const submit = (): void => {
    if (!isReady) return
    create.mutate(
      { fields: { ...texts, level, foundingDecisionDate, regulationNumber: '', regulation: usualRegulation } },
      { onSuccess: ({ id }) => void navigate({ to: '/councils/$councilId', params: { councilId: id } }) },
    )
  }
  return (
    <Form className={classes.form} onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('field.name')}
          description={t('field.nameNote')}
          required
          withAsterisk={false}
          ref={focusAtStart}
          {...text('name')}
        />
        <div className={classes.pair}>
          <Select
            label={t('field.level')}
            value={level}
            data={councilLevels.map((value) => ({ value, label: t(`common:level.${value}`) }))}
            onChange={(value) => setLevel(councilLevels.find((known) => known === value) ?? 'province')}
          />
          <TextInput label={t('field.province')} required withAsterisk={false} {...text('province')} />
        </div>
        {level === 'district' && <TextInput label={t('field.district')} {...text('district')} />}
        <div className={classes.pair}>
          <TextInput label={t('field.foundingNumber')} placeholder="1234/QĐ-UBND" {...text('foundingDecisionNumber')} />
          <DateInput label={t('field.foundingDate')} date="" onDate={setDate} />
        </div>
        <ErrorNote error={create.error} />
        <div>
          <Button type="submit" disabled={!isReady} loading={create.isPending}>
            {t('new.create')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}
