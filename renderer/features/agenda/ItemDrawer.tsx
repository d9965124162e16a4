import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AgendaItem, SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { DataText } from '../../components/DataText.tsx'
import { Drawer } from '../../components/Drawer.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import classes from './ItemDrawer.module.css'
import { ItemMembers } from './ItemMembers.tsx'
import type { ItemPart } from './item-part.ts'
import { ItemPicture } from './ItemPicture.tsx'
import { Knockouts } from './Knockouts.tsx'

type ItemDrawerProps = {
  session: SessionDetail
  item: AgendaItem | null
  canChange: boolean
  onStep: (itemId: number) => void
  onClose: () => void
}

/** Everything that the meeting says about one product beside its points. */
export function ItemDrawer({ session, item, canChange, onStep, onClose }: ItemDrawerProps) {
  return (
    <Drawer
      isOpen={item !== null}
      onClose={onClose}
      title={item === null ? '' : `${item.code} · ${item.productName}`}
      size={620}
      steps={{ ids: session.agenda.map(({ id }) => id), id: item?.id ?? null, onStep }}
    >
      {item !== null && (
        <ItemParts key={item.id} item={item} session={session} canChange={canChange} onClose={onClose} />
      )}
    </Drawer>
  )
}

function ItemParts({ onClose, ...part }: ItemPart & { onClose: () => void }) {
  const { t } = useTranslation('meeting')
  const { item, session, canChange } = part
  const params = { sessionId: session.id }
  return (
    <div className={classes.parts}>
      <div className={classes.head}>
        <div>
          <div>{item.producerName}</div>
          <div className={classes.soft}>{t('item.set', { number: item.setNumber, name: item.setName })}</div>
          {item.criteriaIssues.length > 0 && (
            <details className={classes.issues}>
              <summary>{t('item.issues', { count: item.criteriaIssues.length })}</summary>
              <ul>
                {item.criteriaIssues.map((issue) => (
                  <li key={issue}>
                    <DataText text={issue} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
        <ItemPicture item={item} />
      </div>
      <ItemFacts {...part} />
      <Knockouts {...part} />
      <ItemMembers {...part} />
      <div className={classes.foot}>
        <Link to="/sessions/$sessionId/scoring" params={params} search={{ view: 'grid', item: item.id }}>
          {t('item.toScores')}
        </Link>
        <Link to="/sessions/$sessionId/results" params={params} search={{ item: item.id }}>
          {t('item.toResult')}
        </Link>
        {canChange && <RemoveItem item={item} onGone={onClose} />}
      </div>
    </div>
  )
}

function RemoveItem({ item, onGone }: { item: AgendaItem; onGone: () => void }) {
  const { t } = useTranslation('meeting')
  const remove = useMutation(orpc.sessions.removeItem.mutationOptions())
  return (
    <DeedButton
      size="compact-sm"
      className={classes.remove}
      label={t('item.remove')}
      title={t('item.removeTitle', { code: item.code })}
      isDanger
      deed={remove}
      inputOf={() => ({ agendaItemId: item.id })}
      onDone={onGone}
    >
      {t('item.removeText')}
    </DeedButton>
  )
}
