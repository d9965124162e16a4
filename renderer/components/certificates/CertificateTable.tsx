import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CertificateEntry } from '../../../shared/api/certificates.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../clock-time.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { DeedButton } from '../DeedButton.tsx'
import { DataTable } from '../DataTable.tsx'
import { StateMark } from '../StateMark.tsx'
import { ReopenedMark } from '../papers/IssuedState.tsx'
import { ProductCell } from '../papers/ProductCell.tsx'

/** Product by product: the certificate's number, how long it is valid, how often it was printed. */
export function CertificateTable({
  entries,
  onPrint,
}: {
  entries: readonly CertificateEntry[]
  onPrint: (itemId: number) => void
}) {
  const { t } = useTranslation('papers')
  return (
    <DataTable
      caption={t('certificates.title')}
      minWidth="900px"
      rows={entries}
      copies
      rowKey={({ itemId }) => itemId}
      columns={[
        {
          key: 'product',
          head: t('certificates.product'),
          cell: (product) => <ProductCell product={product} changes={product.certificate?.changes} />,
          text: ({ productCode, productName, producerName }) => [`${productCode}. ${productName}`, producerName],
        },
        { key: 'star', head: t('certificates.star'), width: '64px', align: 'end', cell: ({ star }) => star },
        {
          key: 'code',
          head: t('certificates.code'),
          width: '150px',
          cell: ({ certificate }) => certificate?.code ?? t('certificates.noNumber'),
        },
        {
          key: 'until',
          head: t('certificates.until'),
          width: '120px',
          cell: ({ certificate }) => formatDate(certificate?.expiresOn ?? ''),
        },
        {
          key: 'prints',
          head: t('certificates.prints'),
          width: '170px',
          cell: ({ certificate }) => <Prints certificate={certificate} />,
          text: ({ certificate }) => certificate && certificate.prints,
        },
        {
          key: 'deeds',
          head: <span className="visually-hidden">{t('certificates.deeds')}</span>,
          width: '170px',
          align: 'end',
          cell: (entry) => <Deeds entry={entry} onPrint={onPrint} />,
        },
      ]}
    />
  )
}

function Prints({ certificate }: Pick<CertificateEntry, 'certificate'>) {
  const { t } = useTranslation('papers')
  if (certificate === null) return null
  const { prints, lastPrintedAt, staleSince, reopenedAt } = certificate
  if (staleSince !== null) {
    return (
      <>
        <StateMark tone="attention">{t('number.stale', { time: dateAndTime(staleSince) })}</StateMark>
        <ReopenedMark at={reopenedAt} />
      </>
    )
  }
  return prints === 0
    ? t('certificates.notPrinted')
    : t('certificates.printed', { count: prints, time: dateAndTime(lastPrintedAt ?? '') })
}

function Deeds({ entry, onPrint }: { entry: CertificateEntry; onPrint: (itemId: number) => void }) {
  const { t } = useTranslation('papers')
  const isReadOnly = useIsReadOnly()
  const voiding = useMutation(orpc.documents.certificates.void.mutationOptions())
  const { certificate, productName, itemId, isCertified } = entry
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {isCertified && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onPrint(itemId)}
          aria-label={t('certificates.printOne', { name: productName })}
        >
          {t('certificates.print')}
        </Button>
      )}
      {certificate !== null && !isReadOnly && (
        <DeedButton
          size="compact-sm"
          variant="subtle"
          label={t('number.void')}
          aria-label={t('certificates.voidOne', { name: productName })}
          title={t('number.voidAsk', { code: certificate.code })}
          isDanger
          reasonLabel={t('number.reason')}
          deed={voiding}
          inputOf={(reason) => ({ id: certificate.id, reason })}
        >
          {t('certificates.voidText')}
        </DeedButton>
      )}
    </Group>
  )
}
