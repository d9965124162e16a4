import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageDraft, PackageSource } from '../../../shared/api/packages.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { saveFile } from '../../components/save-file.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './Packages.module.css'
import { ResultCell } from './ResultCell.tsx'

type Offered = { readonly key: string; readonly label: string; readonly source: PackageSource }

/** Chooses of what the package is made, shows what it will hold, makes it and hands it to the person. */
export function MakePackage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('packages')
  const offered = useOffered()
  const [chosen, setChosen] = useState<string | null>(null)
  const source = (offered?.find(({ key }) => key === chosen) ?? offered?.[0])?.source
  const draft = useQuery(orpc.packages.draft.queryOptions({ input: source ?? skipToken, retry: false }))
  return (
    <Dialog help="lap-goi-du-lieu" title={t('make.title')} size="lg" onClose={onClose}>
      <Stack gap="md">
        {offered?.length === 0 && <p className={classes.soft}>{t('make.nothing')}</p>}
        {offered !== undefined && offered.length > 0 && (
          <NativeSelect
            label={t('make.of')}
            data={offered.map(({ key, label }) => ({ value: key, label }))}
            value={chosen ?? offered[0]?.key ?? ''}
            data-autofocus
            onChange={({ currentTarget: { value } }) => setChosen(value)}
          />
        )}
        <ErrorNote error={draft.error} />
        {source !== undefined && draft.data !== undefined && (
          <Draft key={JSON.stringify(source)} source={source} draft={draft.data} onClose={onClose} />
        )}
      </Stack>
    </Dialog>
  )
}

/** Locked sessions of which something could go up, and packages that could be answered. */
function useOffered(): readonly Offered[] | undefined {
  const { t } = useTranslation('packages')
  const { data: sessions } = useQuery(orpc.sessions.list.queryOptions())
  const { data: own } = useQuery(orpc.packages.own.queryOptions())
  if (sessions === undefined || own === undefined) return undefined
  return [
    ...own.answers.flatMap(({ packageId, office, sessions: scored }) =>
      scored.map(({ id, year, round, heldOn, products }) => ({
        key: `down ${packageId} ${id}`,
        label: t('make.down', { office, year, round, day: formatDate(heldOn), count: products }),
        source: { kind: 'down' as const, packageId, sessionId: id },
      })),
    ),
    ...sessions
      .filter(({ state, level }) => state === 'closed' && level !== 'central')
      .map(({ id, councilName, year, round, heldOn }) => ({
        key: `up ${id}`,
        label: t('make.up', { council: councilName, year, round, day: formatDate(heldOn) }),
        source: { kind: 'up' as const, sessionId: id },
      })),
  ]
}

type DraftProps = { source: PackageSource; draft: PackageDraft; onClose: () => void }

function Draft({ source, draft: { office: proposed, products, papers, unkept }, onClose }: DraftProps) {
  const { t } = useTranslation('packages')
  const [office, setOffice] = useState(proposed)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const make = useMutation(
    orpc.packages.make.mutationOptions({
      onSuccess: (file) => {
        saveFile(file)
        onClose()
      },
    }),
  )
  const paperIds = papers.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const toggle = (id: number, isIn: boolean): void =>
    setLeft(new Set(isIn ? [...left].filter((one) => one !== id) : [...left, id]))
  return (
    <Form onSubmit={() => make.mutate({ source, office: office.trim(), paperIds })}>
      <Stack gap="md">
        <TextInput
          label={t('make.office')}
          description={t('make.officeNote')}
          value={office}
          maxLength={300}
          required
          onChange={({ currentTarget: { value } }) => setOffice(value)}
        />
        <div>
          <b>{t('make.products', { count: products.length })}</b>
          <ul className={classes.pair}>
            {products.map(({ row, code, name, producer, result }) => (
              <li key={row}>
                {[code, name, producer].filter((text) => text !== '').join(' · ')}: <ResultCell result={result} />
              </li>
            ))}
          </ul>
          <p className={classes.soft}>{t('make.noNames')}</p>
        </div>
        {papers.length > 0 && (
          <Stack gap="xs" role="group" aria-label={t('make.papers')}>
            <b>{t('make.papers')}</b>
            {papers.map(({ id, kind, code }) => (
              <Checkbox
                key={id}
                label={t('paperNamed', { kind: t(`documents:kind.${kind}`), code })}
                checked={!left.has(id)}
                onChange={({ currentTarget: { checked } }) => toggle(id, checked)}
              />
            ))}
          </Stack>
        )}
        {unkept.length > 0 && (
          <StateMark tone="attention" isLong>
            {t('make.unkept', {
              papers: unkept
                .map(({ kind, code }) => t('paperNamed', { kind: t(`documents:kind.${kind}`), code }))
                .join('; '),
            })}
          </StateMark>
        )}
        <ErrorNote error={make.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={office.trim() === ''}>
            {t('make.deed')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}
