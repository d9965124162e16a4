import { Button, CloseButton, Portal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFile } from '../../shared/api/files.ts'
import { orpc } from '../api/client.ts'
import { errorText } from '../api/refusal.ts'
import { dateAndTime } from '../components/clock-time.ts'
import { shownNotice, type Notice } from '../components/notice-store.ts'
import { wholeNumber } from '../components/whole-number.ts'
import { useCommands } from './commands/command-store.ts'
import classes from './NoticeLine.module.css'
import { DoneLine, UndoneLine } from './DoneLine.tsx'
import { BackupLine } from './BackupLine.tsx'
import { RoomLine } from './RoomLine.tsx'
import { StuckLine } from './StuckLine.tsx'

/** The foot of the window, above dialogs too: it lies over the screen, so that nothing moves when it comes or goes. */
export function NoticeLine() {
  const place = useLocation({ select: ({ pathname }) => pathname })
  return (
    <Portal>
      <div className={classes.foot} role="status" data-testid="notice">
        <RoomLine />
        <BackupLine />
        <StuckLine />
        <Line key={place} />
      </div>
    </Portal>
  )
}

/** What was said on one screen is over on the next. */
function Line() {
  const { t } = useTranslation()
  const notice = shownNotice.use()
  useEffect(() => () => shownNotice.set(null), [])
  if (notice === null) return null
  return (
    <div className={classes.line}>
      <NoticeText notice={notice} />
      <CloseButton size="sm" aria-label={t('notice.close')} onClick={() => shownNotice.set(null)} />
    </div>
  )
}

function NoticeText({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  switch (notice.kind) {
    case 'saved':
      return <Saved key={notice.file.id} file={notice.file} />
    case 'sent':
      return <span className={classes.text}>{t('notice.sent', { name: notice.name })}</span>
    case 'kept-aside':
      return <span className={classes.whole}>{t('notice.keptAside', { name: notice.name })}</span>
    case 'stray-aside':
      return <span className={classes.whole}>{t('notice.strayAside', { name: notice.name })}</span>
    case 'other-bytes':
      return (
        <>
          <span className={classes.whole}>{t('notice.otherBytes', { at: dateAndTime(notice.since) })}</span>
          <Link to="/audit">{t('notice.verify')}</Link>
        </>
      )
    case 'cleaned':
      return <span className={classes.text}>{t('notice.cleaned', { count: notice.count })}</span>
    case 'taken': {
      const { name, added, changed, same } = notice
      return (
        <span className={classes.whole}>
          {t('notice.taken', {
            name,
            added: wholeNumber(added),
            changed: wholeNumber(changed),
            same: wholeNumber(same),
          })}
        </span>
      )
    }
    case 'done':
      return <DoneLine key={notice.undo} notice={notice} />
    case 'undone':
      return <UndoneLine key={notice.undo} text={notice.text} />
    case 'not-saved':
    case 'not-taken':
      return (
        <span className={classes.trouble}>
          {t(notice.kind === 'not-saved' ? 'notice.notSaved' : 'notice.notTaken', { name: notice.name })}{' '}
          {errorText(notice.error, t)}
        </span>
      )
  }
}

function Saved({ file }: { file: SavedFile }) {
  const { t } = useTranslation()
  const { id } = file
  const open = useMutation(orpc.files.open.mutationOptions({ meta: { writes: false } }))
  const show = useMutation(orpc.files.showInFolder.mutationOptions({ meta: { writes: false } }))
  useCommands([
    { id: 'saved.open', title: t('notice.openSaved', file), group: 'here', run: () => open.mutate({ id }) },
    { id: 'saved.folder', title: t('notice.openSavedFolder'), group: 'here', run: () => show.mutate({ id }) },
  ])
  const error = open.error ?? show.error
  const text = t('notice.saved', { name: file.name, place: placeText({ file, t }) })
  return (
    <>
      {error === null ? (
        <span className={classes.text} title={text}>
          {text}
        </span>
      ) : (
        <span className={classes.trouble}>{errorText(error, t)}</span>
      )}
      <Button size="compact-sm" variant="default" onClick={() => open.mutate({ id })}>
        {t('notice.open')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => show.mutate({ id })}>
        {t('notice.openFolder')}
      </Button>
    </>
  )
}

const placeText = ({ file: { base, folders }, t }: { file: SavedFile; t: TFunction }): string =>
  [...(base === null ? [] : [t(`common:notice.base.${base}`)]), ...folders].join(' › ')
