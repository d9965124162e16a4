import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CouncilFields } from '../../../shared/api/councils.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/FormFields.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { Page } from '../../components/Page.tsx'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { councilLevels } from './council-levels.ts'
import classes from './CouncilPage.module.css'

/** What makes a council: the rest (members, regulations) follows on its own page. */
export function NewCouncilPage() {
  const { t } = useTranslation('councils')
  const navigate = useNavigate()
  const [fields, setFields] = useState<CouncilFields>(blank)
  const [isDateRead, setDateRead] = useState(true)
  const set = (change: Partial<CouncilFields>): void => setFields((before) => ({ ...before, ...change }))
  const create = useMutation(orpc.councils.save.mutationOptions())
  const isReady = fields.name.trim() !== '' && fields.province.trim() !== '' && isDateRead
  const submit = (): void => {
    if (!isReady) return
    create.mutate(
      { fields },
      { onSuccess: ({ id }) => void navigate({ to: '/councils/$councilId', params: { councilId: id } }) },
    )
  }
  return (
    <Page title={t('new.title')}>
      <Form className={classes.form} onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('field.name')}
            description={t('field.nameNote')}
            required
            withAsterisk={false}
            ref={focusAtStart}
            value={fields.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <Select
              label={t('field.level')}
              value={fields.level}
              data={councilLevels.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
              onChange={(value) => set({ level: councilLevels.find((level) => level === value) ?? 'province' })}
            />
            <TextInput
              label={t('field.province')}
              required
              withAsterisk={false}
              value={fields.province}
              onChange={(event) => set({ province: event.currentTarget.value })}
            />
          </div>
          {fields.level === 'district' && (
            <TextInput
              label={t('field.district')}
              value={fields.district}
              onChange={(event) => set({ district: event.currentTarget.value })}
            />
          )}
          <div className={classes.pair}>
            <TextInput
              label={t('field.foundingNumber')}
              placeholder="1234/QĐ-UBND"
              value={fields.foundingDecisionNumber}
              onChange={(event) => set({ foundingDecisionNumber: event.currentTarget.value })}
            />
            <DateInput
              label={t('field.foundingDate')}
              date={fields.foundingDecisionDate}
              onDate={(date) => {
                setDateRead(date !== null)
                set({ foundingDecisionDate: date ?? '' })
              }}
            />
          </div>
          <ErrorNote error={create.error} />
          <div>
            <Button type="submit" disabled={!isReady} loading={create.isPending}>
              {t('new.create')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Page>
  )
}

const blank: CouncilFields = {
  name: '',
  level: 'province',
  province: '',
  district: '',
  foundingDecisionNumber: '',
  foundingDecisionDate: '',
  regulationNumber: '',
  regulation: usualRegulation,
}
