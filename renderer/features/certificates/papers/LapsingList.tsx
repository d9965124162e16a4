import { Button, Checkbox, Group, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateRegister } from '../../../../shared/api/certificate-register.ts'
import type { OfficePaper } from '../../../../shared/api/office-paper.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { Form } from '../../../components/fields/Form.tsx'
import type { RegisterFilterOf } from '../register-address.ts'

type Props = {
  readonly register: CertificateRegister
  readonly filter: RegisterFilterOf
  readonly onOpen: (papers: readonly OfficePaper[]) => void
  readonly onClose: () => void
}

/** At most as many as a list takes. */
const mostYears = 10

/** For which years the list of what lapses is made: years of the end, or of the recognition. */
export function LapsingList({ register: { counts, day }, filter, onOpen, onClose }: Props) {
  const { t } = useTranslation('year')
  const [by, setBy] = useState<'lapse' | 'recognition'>(filter.recognisedIn === undefined ? 'lapse' : 'recognition')
  const offered = by === 'lapse' ? counts.lapsesIn : counts.recognisedIn
  const asked = by === 'lapse' ? filter.lapsesIn : filter.recognisedIn
  const [picked, setPicked] = useState<readonly string[]>(asked === undefined ? [] : [String(asked)])
  const years = offered.map(({ year }) => year).filter((year) => picked.includes(String(year)))
  const [isApart, setApart] = useState(true)
  const listOf = (own: readonly number[]): OfficePaper => ({
    kind: 'lapsing-list',
    years: [...own],
    asOf: day,
    ...(by === 'recognition' && { by }),
  })
  const why = years.length === 0 ? t('lapsing.noYear') : t('lapsing.manyYears', { most: mostYears })
  const isReady = years.length > 0 && years.length <= mostYears
  return (
    <Dialog title={t('documents:kind.lapsing-list')} onClose={onClose}>
      <Form onSubmit={() => isReady && onOpen(isApart ? years.map((year) => listOf([year])) : [listOf(years)])}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('lapsing.by')}
            value={by}
            onChange={(value) => {
              setBy(value as typeof by)
              setPicked([])
            }}
            data={(['lapse', 'recognition'] as const).map((value) => ({ value, label: t(`lapsing.${value}`) }))}
          />
          <Checkbox.Group label={t('lapsing.years')} value={[...picked]} onChange={setPicked}>
            <Group gap="sm" mt={4}>
              {offered.map(({ year, count }) => (
                <Checkbox
                  key={year}
                  value={String(year)}
                  label={t('lapsing.year', { year, count })}
                  data-autofocus={year === offered[0]?.year || undefined}
                />
              ))}
            </Group>
          </Checkbox.Group>
          {years.length > 1 && (
            <Checkbox
              label={t('lapsing.apart')}
              checked={isApart}
              onChange={(event) => setApart(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" disabled={!isReady} data-why={why}>
              {t('open')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Dialog>
  )
}
