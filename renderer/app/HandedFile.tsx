import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandedFile as File } from '../../shared/api/workspace.ts'
import { client, orpc } from '../api/client.ts'
import { readRefusal } from '../api/refusal.ts'
import { refreshWorkspace } from '../api/refresh-workspace.ts'
import { saveStore } from '../api/save-state.ts'
import { hasUnsaved, leaveField } from '../api/unsaved.ts'
import { noticeOfOpened, shownNotice } from '../components/notice-store.ts'
import { goOut } from '../components/closing/way-out.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { NotNewest } from '../components/NotNewest.tsx'
import { wholeNumber } from '../components/whole-number.ts'

type Asked = { readonly id: string; readonly isOlderAgreed?: boolean }

/** Opens the file that the system handed over; asks first where unsaved changes, a meeting room, ballots read from paper or what was typed in a drawer would be lost. */
export function HandedFile({ file, isFileOpen }: { file: File; isFileOpen: boolean }) {
  const { t } = useTranslation('start')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  // Asked anew: what the page knows may be from before the room was switched on.
  const room = useQuery({ ...orpc.room.status.queryOptions(), refetchOnMount: 'always' })
  const paper = useQuery({
    ...orpc.paperBallots.waiting.queryOptions(),
    refetchOnMount: 'always',
    // A file in trouble can be left all the same.
    retry: false,
    enabled: isFileOpen,
  })
  const saving = saveStore.use()
  const [isAsked, setAsked] = useState(false)
  const [hasLeft, setLeft] = useState(false)
  const drop = useMutation(orpc.workspace.dropHanded.mutationOptions({ meta: { writes: false } }))
  const open = useMutation({
    mutationFn: (asked: Asked) => client.workspace.open(asked),
    meta: { writes: false },
    onSuccess: async (opened, { id }) => {
      // The newer one was opened in its place. At once: dropped later, it would take along what is handed over meanwhile.
      if (id !== file.id) drop.mutate(undefined)
      await navigate({ to: '/' })
      await refreshWorkspace(queryClient)
      if (opened !== null) shownNotice.set(noticeOfOpened(opened))
    },
  })
  const isRoomOn = room.data?.open != null
  const isUnsaved = saving.kind !== 'saving' && hasUnsaved()
  const waiting = paper.data?.ballots ?? 0
  const isKnown = room.isFetchedAfterMount && (paper.isFetchedAfterMount || !isFileOpen)
  const mustAsk = hasLeft && isFileOpen && (isRoomOn || isUnsaved || waiting > 0)
  // Once asked, only the person answers, though a save may go through meanwhile.
  if (mustAsk && !isAsked) setAsked(true)
  const isReady = hasLeft && isKnown && !mustAsk && !isAsked && saving.kind !== 'saving'
  const { mutate, isIdle } = open
  const { mutate: leave } = drop
  useEffect(() => {
    leaveField()
    // By then the field that was left has begun to save.
    const timer = setTimeout(() => setLeft(true))
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (isReady && isIdle)
      goOut(
        () => mutate({ id: file.id }),
        () => leave(undefined),
      )
  }, [isReady, isIdle, mutate, leave, file.id])
  if (readRefusal(open.error)?.reason === 'workspace-not-newest') {
    return (
      <NotNewest error={open.error} isUnasked={isFileOpen} onOpen={mutate} onClose={() => drop.mutate(undefined)} />
    )
  }
  if (open.error === null && !isAsked) return null
  return (
    <ConfirmDialog
      isOpen
      isUnasked
      title={t('handed.title', { name: file.name })}
      confirmLabel={t('handed.deed')}
      isDanger={isUnsaved}
      isBlocked={open.error !== null}
      isBusy={open.isPending}
      error={open.error}
      onConfirm={() => mutate({ id: file.id })}
      onClose={() => drop.mutate(undefined)}
    >
      {isAsked && hasUnsaved() && <p>{t('handed.unsaved')}</p>}
      {isAsked && isRoomOn && <p>{t('handed.room')}</p>}
      {isAsked && waiting > 0 && <p>{t('paper:close.text', { count: waiting, shown: wholeNumber(waiting) })}</p>}
      {isAsked && <p>{t('handed.closes')}</p>}
      <p>{file.location}</p>
    </ConfirmDialog>
  )
}
