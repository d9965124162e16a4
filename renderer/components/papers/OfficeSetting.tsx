import { Button, Group, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeFacts } from '../../../shared/api/office-papers.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { Form } from '../fields/Form.tsx'
import { PlaceInput } from '../fields/PlaceInput.tsx'
import { useTexts } from '../fields/use-texts.ts'
import { focusAtStart } from '../focus-at-start.ts'

const levels = ['district', 'province', 'central'] as const

/** The office that issues lists, invitations and other papers of its own; `isAsked` where a paper waits for it. */
export function OfficeSetting({ isAsked = false }: { readonly isAsked?: boolean }) {
  const { t } = useTranslation('office')
  const { data, error } = useQuery(orpc.officePapers.office.queryOptions())
  const save = useMutation(orpc.officePapers.setOffice.mutationOptions())
  if (data === undefined) return <ErrorNote error={error} />
  const facts = data?.facts ?? { level: 'province', province: '', district: '', unit: '', abbreviation: '' }
  return (
    <>
      <OfficeForm
        key={JSON.stringify(facts)}
        facts={facts}
        isAsked={isAsked}
        isSaving={save.isPending}
        onSave={save.mutate}
      />
      {save.isSuccess && <p role="status">{t('issuer.saved')}</p>}
      <ErrorNote error={save.error} />
    </>
  )
}

type FormProps = {
  readonly facts: OfficeFacts
  readonly isAsked: boolean
  readonly isSaving: boolean
  readonly onSave: (facts: OfficeFacts) => void
}

function OfficeForm({ facts, isAsked, isSaving, onSave }: FormProps) {
  const { t } = useTranslation('office')
  const { level: said, ...named } = facts
  const { texts, text, put } = useTexts(named)
  const [level, setLevel] = useState<OfficeFacts['level']>(said)
  const isReadOnly = useIsReadOnly()
  const isKnown =
    level === 'central' || (texts.province.trim() !== '' && (level !== 'district' || texts.district.trim() !== ''))
  return (
    <Form onSubmit={() => isKnown && onSave({ ...texts, level, district: level === 'district' ? texts.district : '' })}>
      <Group gap="sm" align="flex-start">
        <Select
          label={t('issuer.level')}
          w={220}
          value={level}
          data={levels.map((value) => ({ value, label: t(`issuer.${value}`) }))}
          onChange={(value) => setLevel(levels.find((known) => known === value) ?? 'province')}
        />
        {level !== 'central' && (
          <PlaceInput
            label={t('issuer.provinceName')}
            {...text('province')}
            onTake={(name) => put('province', name)}
            w={220}
            required
            withAsterisk={false}
            ref={isAsked ? focusAtStart : undefined}
          />
        )}
        {level === 'district' && (
          <PlaceInput
            label={t('issuer.districtName')}
            {...text('district')}
            onTake={(name) => put('district', name)}
            w={220}
            required
            withAsterisk={false}
          />
        )}
        <TextInput label={t('issuer.unit')} description={t('issuer.unitHint')} {...text('unit')} w={320} />
        <TextInput
          label={t('issuer.abbreviation')}
          description={t('issuer.abbreviationHint')}
          {...text('abbreviation')}
          w={220}
        />
      </Group>
      <Group gap="sm" mt="sm">
        <Button
          type="submit"
          variant="default"
          disabled={!isKnown || isReadOnly}
          data-why={isReadOnly ? t('common:readOnly') : undefined}
          loading={isSaving}
        >
          {t('issuer.save')}
        </Button>
      </Group>
    </Form>
  )
}
