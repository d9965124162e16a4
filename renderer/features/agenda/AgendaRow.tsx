import type { HTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { Icon } from '../../components/Icon.tsx'
import { goAlongColumn } from '../../components/row-order/go-along-column.ts'
import { MoveButtons } from '../../components/row-order/MoveButtons.tsx'
import { ChoiceBox } from '../../components/row-choice/ChoiceBox.tsx'
import type { RowChoice } from '../../components/row-choice/use-row-choice.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './AgendaPage.module.css'
import { dossierTones } from './dossier-tones.ts'
import { knockoutState } from './knockout-state.ts'
import { isRegisteredOtherwise } from './registered-otherwise.ts'

/** One product of the agenda; its name opens it, ↑ and ↓ go from name to name. */
export function AgendaRow({
  item,
  place,
  isLast,
  isSetRepeated,
  isOpen,
  isDragged,
  members,
  canChange,
  rowProps,
  gripProps,
  choice,
  onMove,
  onOpen,
}: {
  item: AgendaItem
  place: number
  isLast: boolean
  /** The product above has the same criteria set. */
  isSetRepeated: boolean
  isOpen: boolean
  isDragged: boolean
  members: readonly MemberRecord[]
  canChange: boolean
  rowProps: HTMLAttributes<HTMLTableRowElement>
  gripProps: HTMLAttributes<HTMLSpanElement>
  choice: RowChoice
  onMove: (by: number) => void
  onOpen: () => void
}) {
  const { t } = useTranslation('meeting')
  return (
    <tr
      {...rowProps}
      onKeyDown={(event) => {
        choice.onRowKey(item.id, event)
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) onOpen()
        goAlongColumn(event)
        rowProps.onKeyDown?.(event)
      }}
      data-item={item.id}
      data-state={isOpen || choice.chosen.has(item.id) ? 'chosen' : undefined}
      data-dragged={isDragged || undefined}
      data-repeated={isSetRepeated || undefined}
    >
      <td className={classes.place}>
        {canChange && (
          <span className={classes.grip} title={t('agenda.drag')} {...gripProps}>
            <Icon name="grip" size={16} />
          </span>
        )}
        {place}
        {canChange && <ChoiceBox id={item.id} label={t('mark.choose', { code: item.code })} choice={choice} />}
      </td>
      <td>
        <button type="button" className={classes.product} data-column="product" onClick={onOpen}>
          <b>{item.code}</b> {item.productName}
          <span className={classes.producer}>{item.producerName}</span>
        </button>
      </td>
      <td className={classes.setCell}>
        <span className={classes.setNumber}>{item.setNumber}</span>
        <span className={isSetRepeated ? 'visually-hidden' : classes.setName} title={item.setName}>
          {item.setName}
        </span>
      </td>
      <td>
        {t(`common:application.${item.application}`)}
        {isRegisteredOtherwise(item) && <StateMark tone="attention">{t('agenda.registeredOtherwise')}</StateMark>}
        <CaseMark item={item} />
      </td>
      <td>
        <StateMark tone={dossierTones[item.dossierStatus]}>{t(`dossier.short.${item.dossierStatus}`)}</StateMark>
        <span className={classes.producer}>{t('agenda.samples', { count: item.samplesReceived })}</span>
        {item.dossier !== null && item.dossier.expired.length > 0 && (
          <StateMark tone="attention">{t('agenda.expired', { count: item.dossier.expired.length })}</StateMark>
        )}
      </td>
      <td>
        <KnockoutMark item={item} />
      </td>
      <td>
        <Members item={item} members={members} />
      </td>
      {canChange && (
        <td className={classes.moves}>
          <MoveButtons
            upLabel={t('agenda.up', { code: item.code })}
            downLabel={t('agenda.down', { code: item.code })}
            isFirst={place === 1}
            isLast={isLast}
            onMove={onMove}
          />
        </td>
      )}
    </tr>
  )
}

function CaseMark({ item: { needsCase, criteriaCase } }: { item: AgendaItem }) {
  const { t } = useTranslation('meeting')
  if (!needsCase) return null
  return criteriaCase === null ? (
    <span className={classes.attention}>{t('agenda.noCase')}</span>
  ) : (
    <span className={classes.producer}>{t('agenda.case', { case: criteriaCase })}</span>
  )
}

function KnockoutMark({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meeting')
  const { kind, open } = knockoutState(item)
  return <StateMark tone={knockoutTones[kind]}>{t(`knockouts.short.${kind}`, { count: open })}</StateMark>
}

const knockoutTones = { none: 'plain', open: 'attention', passed: 'good', rejected: 'wrong' } as const

/** How many of the council score the product, and who does not. */
function Members({ item, members }: { item: AgendaItem; members: readonly MemberRecord[] }) {
  const { t } = useTranslation('meeting')
  const codesOf = (kind: 'recused' | 'absent') =>
    item.exclusions
      .filter((exclusion) => exclusion.kind === kind)
      .map(({ memberId }) => members.find(({ id }) => id === memberId)?.code ?? '')
      .join(', ')
  const [recused, absent] = [codesOf('recused'), codesOf('absent')]
  return (
    <>
      <span className={classes.figure}>
        {t('agenda.scoring', { scoring: scoringMembers(members, item).length, count: members.length })}
      </span>
      {recused !== '' && <span className={classes.producer}>{t('agenda.recused', { codes: recused })}</span>}
      {absent !== '' && <span className={classes.producer}>{t('agenda.absent', { codes: absent })}</span>}
    </>
  )
}
