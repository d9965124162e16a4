import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackagePreview } from '../../../shared/api/packages.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { focusAtStart, focusUnlessTyping } from '../../components/focus-at-start.ts'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useOnce } from '../../components/use-once.ts'
import { decided, firstDecisions, undecided, type Decision, type Decisions } from './decisions.ts'
import { DownRows } from './DownRows.tsx'
import classes from './Packages.module.css'
import { Signer } from './Signer.tsx'
import { UpRows } from './UpRows.tsx'

/** What a package says, who signed it, each row to be taken or refused, and the deed. */
export function PreviewedPackage({ file, preview }: { file: File; preview: PackagePreview }) {
  const { t } = useTranslation('packages')
  const [decisions, setDecisions] = useState(() => firstDecisions(clearRows(preview)))
  const set = (row: number, decision: Decision): void => setDecisions(new Map([...decisions, [row, decision]]))
  const { council, year, round, heldOn, ruleSetTitle } = preview.session
  return (
    <>
      <p className={classes.soft}>
        {t(`what.received.${preview.kind}`)} · {council} · {t('sessionRound', { year, round })} · {formatDate(heldOn)} ·{' '}
        {ruleSetTitle}
      </p>
      <Signer preview={preview} />
      <Take file={file} preview={preview} decisions={decisions} />
      <Section title={t('rows.title')} note={t(`rows.note.${preview.kind}`)}>
        {preview.kind === 'up' ? (
          <UpRows rows={preview.rows} decisions={decisions} onDecide={set} />
        ) : (
          <DownRows rows={preview.rows} decisions={decisions} onDecide={set} />
        )}
      </Section>
      {preview.kind === 'down' && preview.refusedAbove.length > 0 && (
        <Section title={t('rows.refusedAbove')}>
          <ul className={classes.pair}>
            {preview.refusedAbove.map(({ row, name, reason }) => (
              <li key={row}>
                <b>{name}</b>: {reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {preview.papers.length > 0 && (
        <Section title={t('papers')}>
          <ul className={classes.pair}>
            {preview.papers.map(({ part, kind, code, issuedOn }) => (
              <li key={part}>
                {t('paperNamed', { kind: t(`documents:kind.${kind}`), code })}
                {issuedOn !== null && `, ${formatDate(issuedOn)}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type TakeProps = { file: File; preview: PackagePreview; decisions: Decisions }

function Take({ file, preview, decisions }: TakeProps) {
  const { t } = useTranslation('packages')
  const isReadOnly = useIsReadOnly()
  const take = useMutation(orpc.packages.take.mutationOptions())
  const { accepted, refused } = decided(decisions)
  const once = useOnce(take)
  if (take.isSuccess) {
    const { id: packageId, taken, refused } = take.data
    return (
      <div className={classes.deed} role="status">
        <StateMark tone="good" isLong>
          {t('take.done', { taken, refused })}
        </StateMark>
        <Link to="/packages/$packageId" params={{ packageId }} ref={focusAtStart}>
          {t('take.see')}
        </Link>
      </div>
    )
  }
  if (preview.takenAt !== null) return <StateMark tone="attention">{t('refusals:package-taken')}</StateMark>
  if (isReadOnly) return <p className={classes.soft}>{t('common:readOnly')}</p>
  const open = undecided(decisions)
  const closed = takenOfClosedYears(preview, accepted)
  const isKnown = preview.signer.state === 'known'
  const isReady = isKnown && open === 0 && closed === 0
  return (
    <div className={classes.deed}>
      <Button
        ref={isReady ? focusUnlessTyping : null}
        disabled={!isReady}
        loading={take.isPending}
        aria-describedby="take-why"
        onClick={() => once({ file, accepted: [...accepted], refused: refused.map((one) => ({ ...one })) })}
      >
        {t('take.deed', { taken: accepted.length, refused: refused.length })}
      </Button>
      <span id="take-why" className={classes.soft}>
        {!isKnown ? t('take.unknown') : whyNot(t, { open, closed })}
      </span>
      <ErrorNote error={take.error} />
    </div>
  )
}

function whyNot(
  t: TFunction<'packages'>,
  { open, closed }: { readonly open: number; readonly closed: number },
): string {
  if (open > 0) return t('take.open', { count: open })
  return closed > 0 ? t('take.closed', { count: closed }) : t('take.note')
}

/** How many rows that are to be taken would change a year whose books are closed. */
function takenOfClosedYears(preview: PackagePreview, accepted: readonly number[]): number {
  const closed = new Set(closedRows(preview).flatMap(({ row, closedYear }) => (closedYear === null ? [] : [row])))
  return accepted.filter((row) => closed.has(row)).length
}

const closedRows = (preview: PackagePreview) =>
  preview.kind === 'up'
    ? preview.rows.map(({ product: { row }, closedYear }) => ({ row, closedYear }))
    : preview.rows.map(({ row, closedYear }) => ({ row, closedYear }))

/** Rows about which there is nothing to ask: no doubt, and nothing of this file that would become something else. */
const clearRows = (preview: PackagePreview) =>
  preview.kind === 'up'
    ? preview.rows.map(({ product: { row }, near, differences, closedYear }) => ({
        row,
        isClear: closedYear === null && near.length === 0 && differences.every(({ here }) => here === ''),
      }))
    : preview.rows.map(({ row, closedYear }) => ({ row, isClear: closedYear === null }))
