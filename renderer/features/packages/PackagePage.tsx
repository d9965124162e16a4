import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ComparedProduct, PackageDetail } from '../../../shared/api/packages.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { starOfResult, type PackageResult } from '../../../shared/domain/packages/package-result.ts'
import { client, orpc } from '../../api/client.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Section } from '../../components/Section.tsx'
import { differenceText } from './Differences.tsx'
import classes from './Packages.module.css'
import { useComparedColumns } from './use-compared-columns.tsx'

const route = getRouteApi('/frame/packages/$packageId')

/** Where and why the council above found otherwise, product by product. */
export function PackagePage() {
  const { t } = useTranslation('packages')
  const { packageId } = route.useParams()
  const { data, error } = useQuery(orpc.packages.get.queryOptions({ input: { id: packageId } }))
  const compared = useComparedColumns()
  const copied = useCopied()
  const columns = [
    ...compared,
    {
      key: 'state',
      head: t('rows.state'),
      width: '148px',
      cell: ({ state, reason }: ComparedProduct) => (
        <>
          {t(`state.${state}`)}
          {reason !== '' && <span className={classes.line}>{reason}</span>}
        </>
      ),
    },
  ]
  return (
    <Page
      title={t('compare.title')}
      facts={data !== undefined && <Facts detail={data} />}
      actions={
        data !== undefined && (
          <CopyTable title={t('compare.title')} heads={copied.heads} rows={() => data.rows.map(copied.cellsOf)} />
        )
      }
    >
      <ErrorNote error={error} />
      {data !== undefined && (
        <DataTable
          caption={t('compare.title')}
          columns={columns}
          rows={data.rows}
          rowKey={({ row }) => row}
          minWidth="980px"
        />
      )}
      {data !== undefined && data.papers.length > 0 && <Papers detail={data} />}
    </Page>
  )
}

function Facts({ detail: { direction, kind, office, session, other } }: { detail: PackageDetail }) {
  const { t } = useTranslation('packages')
  const { council, year, round, heldOn } = session
  return (
    <>
      {t(`what.${direction}.${kind}`)} · {office} · {council}, {t('sessionRound', { year, round })},{' '}
      {formatDate(heldOn)} ·{' '}
      {other === null ? (
        t('compare.noOther')
      ) : (
        <Link to="/packages/$packageId" params={{ packageId: other.id }}>
          {t(`compare.other.${other.kind}`)}
        </Link>
      )}{' '}
      · <Link to="/packages">{t('open.all')}</Link>
    </>
  )
}

function Papers({ detail: { id, papers } }: { detail: PackageDetail }) {
  const { t } = useTranslation('packages')
  const take = useMutation({
    mutationFn: (place: number) => client.packages.paper({ id, place }),
    meta: { writes: false },
    onSuccess: saveFile,
  })
  return (
    <Section title={t('papers')} note={t('compare.papersNote')}>
      <ul className={classes.papers}>
        {papers.map(({ part, kind, code, issuedOn }, place) => (
          <li key={part}>
            <button type="button" className={classes.link} onClick={() => take.mutate(place)}>
              {t('paperNamed', { kind: t(`documents:kind.${kind}`), code })}
              {issuedOn !== null && `, ${formatDate(issuedOn)}`}
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote error={take.error} />
    </Section>
  )
}

function useCopied() {
  const { t } = useTranslation('packages')
  const heads = [
    'product',
    'producer',
    'belowMean',
    'belowStar',
    'aboveMean',
    'aboveStar',
    'decision',
    'differences',
  ] as const
  const of = (result: PackageResult | null) => [
    result?.meanText ?? '',
    result === null ? '' : String(starOfResult(result)),
  ]
  return {
    heads: heads.map((head) => t(`copy.${head}`)),
    cellsOf: ({ name, producer, below, above, decision, differences }: ComparedProduct) => [
      name,
      producer,
      ...of(below),
      ...of(above),
      decision === null ? '' : `${decision.code}, ${formatDate(decision.issuedOn)}`,
      differences.map((one) => differenceText(one, t)).join('; '),
    ],
  }
}
