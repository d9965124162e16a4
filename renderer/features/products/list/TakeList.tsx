import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListPreview, OfficeListInput } from '../../../../shared/api/register.ts'
import { orpc } from '../../../api/client.ts'
import { useIsReadOnly } from '../../../api/read-only.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { focusAtStart, focusUnlessTyping } from '../../../components/focus-at-start.ts'
import { shownNotice, type Notice } from '../../../components/notice-store.ts'
import { StateMark } from '../../../components/StateMark.tsx'
import { wholeNumber } from '../../../components/whole-number.ts'
import { useOnce } from '../../../components/use-once.ts'
import classes from './ListImport.module.css'
import type { RowFilter } from './list-row.ts'

type TakeListProps = {
  list: OfficeListInput
  preview: ListPreview
  /** What is shown was read before the last change of what is asked. */
  isStale: boolean
  onFilter: (filter: RowFilter) => void
  onTaken: () => void
}

/** Takes the whole list, once no row of it is faulty and somebody has looked at the doubtful ones; then says what came in. */
export function TakeList({ list, preview: { rows }, isStale, onFilter, onTaken }: TakeListProps) {
  const { t } = useTranslation('register')
  const isReadOnly = useIsReadOnly()
  const [isAsked, setAsked] = useState(false)
  const tellIfGone = useTellIfGone()
  const take = useMutation(
    orpc.register.takeList.mutationOptions({
      onSuccess: ({ added, changed, same }, { file: { name } }) =>
        tellIfGone({ kind: 'taken', name, added, changed, same }),
      onError: (error, { file: { name } }) => tellIfGone({ kind: 'not-taken', name, error }),
    }),
  )
  const takeOnce = useOnce(take)
  const inState = (state: (typeof rows)[number]['state']) => rows.filter((row) => row.state === state).length
  const [faulty, doubtful] = [inState('faulty'), inState('doubtful')]
  const count = rows.filter(({ change }) => change !== 'same').length
  const send = (acceptsDoubts: boolean): void =>
    takeOnce(
      { ...list, acceptsDoubts },
      {
        onSuccess: () => {
          setAsked(false)
          onTaken()
        },
      },
    )
  if (take.isSuccess && isSameAsked(take.variables, list)) {
    const { added, changed, same } = take.data
    return (
      <div className={classes.deed} role="status">
        <StateMark tone="good" isLong>
          {t('take.done', { added: wholeNumber(added), changed: wholeNumber(changed), same: wholeNumber(same) })}
        </StateMark>
        <Link to="/products" search={{ incomplete: true }} ref={focusAtStart}>
          {t('take.see')}
        </Link>
        {rows.some(({ values }) => values.decisionNumber !== null) && (
          <Link to="/certificates">{t('take.seeCertificates')}</Link>
        )}
      </div>
    )
  }
  if (isReadOnly) return <p className={classes.note}>{t('common:readOnly')}</p>
  if (rows.length === 0) return <StateMark tone="attention">{t('take.none')}</StateMark>
  if (count === 0 && faulty === 0)
    return (
      <div role="status">
        <StateMark tone="good">{t('take.same', { count: rows.length, shown: wholeNumber(rows.length) })}</StateMark>
      </div>
    )
  return (
    <div className={classes.deed}>
      <Button
        ref={faulty > 0 || isStale ? null : focusUnlessTyping}
        disabled={faulty > 0 || isStale}
        loading={take.isPending}
        aria-describedby="take-why"
        onClick={() => (doubtful > 0 ? setAsked(true) : send(false))}
      >
        {t('take.action', { count, shown: wholeNumber(count) })}
      </Button>
      <span id="take-why" className={classes.note}>
        {faulty > 0
          ? t('take.faulty', { count: faulty, shown: wholeNumber(faulty) })
          : isStale
            ? t('take.stale')
            : t('take.note')}
      </span>
      {faulty > 0 && (
        <Button ref={focusUnlessTyping} variant="default" size="compact-sm" onClick={() => onFilter('faulty')}>
          {t('take.seeFaulty')}
        </Button>
      )}
      {!isAsked && <ErrorNote error={take.error} />}
      <ConfirmDialog
        isOpen={isAsked}
        title={t('take.askTitle', { count: doubtful, shown: wholeNumber(doubtful) })}
        confirmLabel={t('take.action', { count, shown: wholeNumber(count) })}
        isBusy={take.isPending}
        error={take.error}
        onConfirm={() => send(true)}
        onClose={() => {
          setAsked(false)
          take.reset()
        }}
      >
        {t('take.ask')}
      </ConfirmDialog>
    </div>
  )
}

/** Of a long list its taking may end on another screen: what came of it is said there, at the foot of the window. */
function useTellIfGone(): (notice: Notice) => void {
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return (notice) => {
    if (!isHere.current) shownNotice.set(notice)
  }
}

/** What was taken is what is asked for now: another sheet, year or sender of the same file would be another list. */
const isSameAsked = (one: OfficeListInput, other: OfficeListInput): boolean => askedKey(one) === askedKey(other)

const askedKey = ({ sender, sheet, columns, year }: OfficeListInput): string =>
  JSON.stringify([sender, sheet, columns, year])
