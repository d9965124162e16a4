import { useMutation } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierLine, MarkChange } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { ChoiceButtons } from '../../components/ChoiceButtons.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { DataText } from '../../components/DataText.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { goAlongColumn } from '../../components/row-order/go-along-column.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { Table } from '../../components/Table.tsx'
import { ItemDetail } from './ItemDetail.tsx'
import { PaperFiles } from './PaperFiles.tsx'
import classes from './Registrations.module.css'
import type { RegistrationPart } from './use-registration.ts'

const states = ['received', 'lacking', 'not-needed'] as const
type State = (typeof states)[number]

type Props = RegistrationPart & { readonly first: Ref<HTMLButtonElement> }

/** Each paper that the dossier may hold, marked by a key or a click; what the law does not name stands last. */
export function DossierItems({ registration, isReadOnly, first }: Props) {
  const { t } = useTranslation('registrations')
  const { id, items, ruleSetTitle, formerLaw, issues, filesFolder, meetingOn } = registration
  const mark = useMutation(orpc.registrations.mark.mutationOptions({ scope: { id: `registration-${id}` } }))
  const [opened, setOpened] = useState<string | null>(null)
  const [notNeeded, setNotNeeded] = useState<DossierLine | null>(null)
  const save = async (line: DossierLine, change: MarkChange) =>
    mark.mutateAsync({ ids: [id], items: [line.key], change })
  const set = (line: DossierLine, state: State | null): void => {
    const next = state === line.state ? null : state
    if (next === 'not-needed') setNotNeeded(line)
    else mark.mutate({ ids: [id], items: [line.key], change: { state: next } })
  }
  const papers = items.filter(({ kind }) => kind !== 'samples')
  return (
    <section>
      <h3>{t('items.title')}</h3>
      <p className={classes.soft}>
        {t('items.law', { law: ruleSetTitle })}
        {!isReadOnly && <> {t('items.keys')}</>}
      </p>
      {formerLaw !== null && (
        <p>
          {t(formerLaw.lastDay === null ? 'items.formerMeeting' : 'items.formerOver', {
            law: ruleSetTitle,
            former: formerLaw.ruleSetTitle,
            filed: formatDate(formerLaw.lodgedBy),
            day: formatDate(formerLaw.lastDay ?? ''),
            article: formerLaw.article,
          })}
        </p>
      )}
      {issues.length > 0 && (
        <details className={classes.soft}>
          <summary>{t('items.issues', { count: issues.length })}</summary>
          <ul className={classes.list}>
            {issues.map((issue) => (
              <li key={issue}>
                <DataText text={issue} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <ErrorNote error={notNeeded === null ? mark.error : null} />
      <Table
        caption={t('items.title')}
        isDense
        heads={[
          { key: 'item', head: t('items.item') },
          { key: 'state', head: t('items.state'), width: '272px' },
        ]}
      >
        {papers.map((line, place) => (
          <tr
            key={line.key}
            onKeyDown={isReadOnly ? goAlongColumn : keysOf(line, set)}
            data-item={line.key}
            data-stays={line.key}
          >
            <th scope="row">
              <button
                type="button"
                className={classes.item}
                data-column="item"
                ref={place === 0 ? first : null}
                data-autofocus={place === 0 || undefined}
                aria-expanded={opened === line.key}
                onClick={() => setOpened(opened === line.key ? null : line.key)}
              >
                {line.name}
              </button>
              <LineFacts line={line} meetingOn={meetingOn} />
              <PaperFiles
                registration={registration}
                line={line}
                isReadOnly={isReadOnly}
                isOpen={opened === line.key}
              />
              {opened === line.key && (
                <ItemDetail line={line} isReadOnly={isReadOnly} save={async (change) => save(line, change)} />
              )}
            </th>
            <td>
              <ChoiceButtons
                label={t('items.stateOf', { name: line.name })}
                choices={states.map((value) => ({ value, label: t(`mark.${value}`) }))}
                chosen={line.state}
                isDisabled={isReadOnly}
                onChoose={(state) => set(line, state)}
              />
            </td>
          </tr>
        ))}
      </Table>
      <p className={classes.soft}>{t('items.folder', { folder: filesFolder })}</p>
      <ConfirmDialog
        isOpen={notNeeded !== null}
        title={t('mark.notNeededTitle')}
        confirmLabel={t('mark.not-needed')}
        reasonLabel={t('mark.reason')}
        isBusy={mark.isPending}
        error={mark.error}
        onConfirm={(reason) => {
          if (notNeeded === null) return
          const change = { state: 'not-needed' as const, reason }
          mark.mutate({ ids: [id], items: [notNeeded.key], change }, { onSuccess: () => setNotNeeded(null) })
        }}
        onClose={() => {
          setNotNeeded(null)
          mark.reset()
        }}
      >
        {notNeeded?.name ?? ''}
      </ConfirmDialog>
    </section>
  )
}

const stateKeys: Readonly<Record<string, State | null>> = {
  n: 'received',
  t: 'lacking',
  k: 'not-needed',
  Delete: null,
}

/** On the item's own button alone: keys typed into its fields are text. */
const keysOf =
  (line: DossierLine, set: (line: DossierLine, state: State | null) => void) =>
  (event: KeyboardEvent<HTMLTableRowElement>): void => {
    goAlongColumn(event)
    const isOnItem = event.target instanceof HTMLElement && event.target.dataset['column'] === 'item'
    if (!isOnItem || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const state = stateKeys[key]
    if (state === undefined || event.defaultPrevented) return
    event.preventDefault()
    // A key says what is so: pressed again it takes nothing back.
    if (state !== line.state) set(line, state)
  }

function LineFacts({ line, meetingOn }: { line: DossierLine; meetingOn: string | null }) {
  const { t } = useTranslation('registrations')
  const { kind, from, isOfLaw, proves, article, state, on, expiresOn, reason, note, isLacking, isExpired } = line
  const facts = [
    isOfLaw ? t(`kind.${kind}`) : t('items.otherLaw'),
    from === 'commune' ? t('items.fromCommune') : '',
    proves.length > 0 ? t('items.proves', { count: proves.length, codes: proves.join(', ') }) : '',
    state === 'received' && on !== null ? t('items.on', { day: formatDate(on) }) : '',
    state === 'received' && expiresOn !== null && !isExpired ? t('items.until', { day: formatDate(expiresOn) }) : '',
    state === 'not-needed' ? t('items.because', { reason }) : '',
    note,
  ]
  return (
    <>
      <div className={classes.soft} title={article}>
        {facts.filter((fact) => fact !== '').join(' · ')}
      </div>
      {isLacking && <StateMark tone="attention">{t('items.lacks')}</StateMark>}
      {isExpired && expiresOn !== null && (
        <StateMark tone="wrong" isLong>
          {meetingOn === null
            ? t('items.ended', { day: formatDate(expiresOn) })
            : t('items.expired', { day: formatDate(expiresOn), meeting: formatDate(meetingOn) })}
        </StateMark>
      )}
    </>
  )
}
