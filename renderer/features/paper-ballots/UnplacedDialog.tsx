import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnplacedPage } from '../../../shared/api/paper-ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { PagePicture } from '../../components/PagePicture.tsx'
import { useOnce } from '../../components/use-once.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './PilePage.module.css'
import { usePilePicture } from './use-pile-picture.ts'

/** Which ballot a spare page is, as the fields have it. */
export type Assigned = { readonly item: string | null; readonly member: string | null }

type Props = {
  readonly session: SessionDetail
  readonly page: UnplacedPage
  readonly canAssign: boolean
  /** Of the spare page before. */
  readonly said: Assigned
  readonly onAssigned: (assigned: Assigned) => void
  readonly onClose: () => void
}

/** The picture of a page that is of no ballot; of a spare ballot the person says which one it is. */
export function UnplacedDialog({ session, page, canAssign, said, onAssigned, onClose }: Props) {
  const { t } = useTranslation('paper')
  const picture = usePilePicture(page.id)
  const name = t('pageOf', { file: page.file, page: wholeNumber(page.page) })
  return (
    <Dialog title={name} size="min(1100px, 96vw)" onClose={onClose}>
      <div className={classes.dialog}>
        <PagePicture url={picture.url} alt={t('picture', { page: page.page })} />
        <div className={classes.facts}>
          <p>
            <b>{t(`scan:unplaced.${page.why}`)}</b>
          </p>
          <p>{t(`todo.${page.why}`)}</p>
          {page.why === 'spare' && canAssign && <Assign {...{ session, page, said, onAssigned }} />}
          <ErrorNote error={picture.error} />
        </div>
      </div>
    </Dialog>
  )
}

type AssignProps = Pick<Props, 'session' | 'page' | 'said' | 'onAssigned'>

function Assign({ session, page, said, onAssigned }: AssignProps) {
  const { t } = useTranslation('paper')
  const [item, setItem] = useState(said.item)
  const [member, setMember] = useState(said.member)
  const assign = useMutation({ ...orpc.paperBallots.assign.mutationOptions(), meta: { writes: false } })
  const once = useOnce(assign)
  const isChosen = item !== null && member !== null
  return (
    <>
      <SearchSelect
        label={t('assign.product')}
        data={session.agenda.map(({ id, code, productName }) => ({
          value: `${id}`,
          label: `${code} · ${productName}`,
        }))}
        value={item}
        onChange={setItem}
        data-autofocus
      />
      <SearchSelect
        label={t('assign.member')}
        data={session.members.map(({ id, code, name }) => ({ value: `${id}`, label: `${code} · ${name}` }))}
        value={member}
        onChange={setMember}
      />
      <Button
        loading={assign.isPending}
        disabled={!isChosen}
        data-why={t('assign.lacks')}
        onClick={() =>
          isChosen &&
          once(
            { agendaItemId: Number(item), memberId: Number(member), pageId: page.id },
            { onSuccess: () => onAssigned({ item, member }) },
          )
        }
      >
        {t('assign.deed')}
      </Button>
      <ErrorNote error={assign.error} />
    </>
  )
}
