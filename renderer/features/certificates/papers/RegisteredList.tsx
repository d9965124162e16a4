import { Button, Group, NumberInput, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../../shared/api/office-paper.ts'
import { twoLevelsFrom } from '../../../../shared/domain/communes/commune-list.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { Form } from '../../../components/fields/Form.tsx'

type Props = {
  /** Today. */
  readonly day: string
  readonly onOpen: (papers: readonly OfficePaper[]) => void
  readonly onClose: () => void
}

/** For which year the list of registered products is made, and by which places it counts. */
export function RegisteredList({ day, onOpen, onClose }: Props) {
  const { t } = useTranslation('year')
  const [year, setYear] = useState<number | string>(Number(day.slice(0, 4)))
  const [by, setBy] = useState<'commune' | 'district'>(day < twoLevelsFrom ? 'district' : 'commune')
  const isYear = typeof year === 'number' && year >= 2013 && year <= 2100
  return (
    <Dialog title={t('documents:kind.registered-list')} onClose={onClose}>
      <Form onSubmit={() => isYear && onOpen([{ kind: 'registered-list', year, asOf: day, by }])}>
        <Stack gap="sm">
          <NumberInput
            label={t('registered.year')}
            value={year}
            onChange={setYear}
            min={2013}
            max={2100}
            data-autofocus
          />
          <SegmentedControl
            aria-label={t('registered.by')}
            value={by}
            onChange={(value) => setBy(value as typeof by)}
            data={(['commune', 'district'] as const).map((value) => ({ value, label: t(`registered.${value}`) }))}
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={!isYear} data-why={t('registered.noYear')}>
              {t('open')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Dialog>
  )
}
