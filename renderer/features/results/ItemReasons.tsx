import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../../../shared/domain/scoring/types.ts'
import { isFinished } from '../../../shared/domain/session/ballots-due.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { officeSetWords } from '../../components/criteria/office-set-words.ts'
import { reasonClause, reasonWords } from '../../components/reason-words.ts'
import { AgreedLevels } from './AgreedLevels.tsx'
import { BallotTotals } from './BallotTotals.tsx'
import { Conclusion } from './Conclusion.tsx'
import { EarlierRounds } from './EarlierRounds.tsx'
import { GateTable } from './GateTable.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { ReferenceTotals } from './ReferenceTotals.tsx'
import { SpreadDeeds } from './SpreadDeeds.tsx'
import { SpreadReason } from './SpreadReason.tsx'
import { StarLadder } from './StarLadder.tsx'

/** Why one product's result is what it is, and what the council still records about it. */
export function ItemReasons({ item, record, session }: Omit<ItemPart, 'canChange'>) {
  const { t } = useTranslation('results')
  const isReadOnly = useIsReadOnly()
  const sayReason = (reason: Reason): string => {
    const isOpen = reason.kind.endsWith('referred') && !isFinished(item, record.members)
    return isOpen ? t('reasons.provisional', { reason: reasonClause(reason, t) }) : reasonWords(reason, t)
  }
  const part: ItemPart = { item, record, session, canChange: session.state === 'open' && !isReadOnly }
  return (
    <div className={classes.detail} data-testid="item-reasons">
      <section>
        <h2>{t('reasons.title')}</h2>
        <StarLadder {...part} />
        <ul className={classes.reasons}>
          {item.result.reasons
            .filter(({ kind }) => !onLadder.has(kind))
            .map((reason) => (
              <li key={reason.kind}>
                {sayReason(reason)}.{'article' in reason && <span className={classes.article}>{reason.article}</span>}
              </li>
            ))}
          {item.form.office !== undefined && <OfficeSet agendaItemId={item.id} />}
        </ul>
        <EarlierRounds {...part} />
      </section>
      <section>
        <BallotTotals {...part} />
        <ReferenceTotals {...part} />
        <SpreadReason {...part} />
        <SpreadDeeds {...part} />
      </section>
      <section>
        <GateTable {...part} />
        <AgreedLevels {...part} />
      </section>
      <section>
        <Conclusion {...part} />
        <div className={classes.actions}>
          <Link
            to="/sessions/$sessionId/scoring"
            params={{ sessionId: session.id }}
            search={{ view: 'grid', item: item.id }}
          >
            {t('toGrid')}
          </Link>
          <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} search={{ item: item.id }}>
            {t('toItem')}
          </Link>
        </div>
      </section>
    </div>
  )
}

/** Reasons that the ladder shows. */
const onLadder: ReadonlySet<Reason['kind']> = new Set(['band', 'gates-failed', 'next-band'])

/** That the product is scored with a set of the office's own; a record of results has no options of its forms. */
function OfficeSet({ agendaItemId }: { agendaItemId: number }) {
  const { t } = useTranslation()
  const { data: form } = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId } }))
  return form !== undefined && <li data-testid="office-set">{officeSetWords(form, t)}.</li>
}
