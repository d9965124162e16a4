import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { useSavedChoice } from '../../components/fields/use-saved-choice.ts'
import classes from './ItemDrawer.module.css'
import type { ItemPart } from './item-part.ts'
import { ReasonLine } from './ReasonLine.tsx'

/** Who of the council scores this product, and who does not and why. */
export function ItemMembers({ item, session, canChange }: ItemPart) {
  const { t } = useTranslation('meeting')
  const { members } = session
  const scoring = scoringMembers(members, item).length
  return (
    <section data-testid="item-members">
      <h3>{t('members.title')}</h3>
      <p className={classes.soft}>
        <b>{t('members.scoring', { scoring, count: members.length })}</b> {t('members.denominator', { count: scoring })}
      </p>
      <ul className={classes.members}>
        {members.map((member) => (
          <MemberLine
            key={member.id}
            itemId={item.id}
            member={member}
            exclusion={item.exclusions.find(({ memberId }) => memberId === member.id) ?? null}
            canChange={canChange}
          />
        ))}
      </ul>
    </section>
  )
}

type Kind = 'scores' | 'recused' | 'absent'
const kinds = ['scores', 'recused', 'absent'] as const satisfies readonly Kind[]

type MemberLineProps = {
  itemId: number
  member: MemberRecord
  exclusion: { readonly kind: 'recused' | 'absent'; readonly reason: string } | null
  canChange: boolean
}

function MemberLine({ itemId, member, exclusion, canChange }: MemberLineProps) {
  const { t } = useTranslation('meeting')
  /** A recusal that still waits for its reason; nothing is written before it has one. */
  const [isPending, setPending] = useState(false)
  const [isChosenHere, setChosenHere] = useState(false)
  const save = useMutation(orpc.sessions.setExclusion.mutationOptions())
  const write = (kind: Kind, reason: string) =>
    save.mutateAsync({ agendaItemId: itemId, memberId: member.id, kind: kind === 'scores' ? null : kind, reason })
  const reason = exclusion?.reason ?? ''
  const choice = useSavedChoice<Kind>({
    value: exclusion?.kind ?? 'scores',
    save: (next) => write(next, next === 'scores' ? '' : reason),
  })
  if (isPending && exclusion?.kind === 'recused') setPending(false)
  const kind: Kind = isPending ? 'recused' : choice.shown
  const choose = (next: Kind): void => {
    const mustWait = next === 'recused' && !isReason(reason)
    setPending(mustWait)
    setChosenHere(true)
    if (!mustWait && next !== choice.shown) choice.choose(next)
  }
  return (
    <li className={classes.member} data-member={member.code}>
      <span>
        <b>{member.code}</b> {member.name}
        <span className={classes.soft}>
          {t(`common:role.${member.role}`)}
          {member.organisation !== '' && ` · ${member.organisation}`}
        </span>
      </span>
      <Select
        size="xs"
        aria-label={t('members.kindOf', { code: member.code })}
        value={kind}
        data={kinds.map((value) => ({
          value,
          label: t(value === 'scores' && !member.isPresent ? 'members.awayAll' : `members.kind.${value}`),
        }))}
        error={choice.problem}
        readOnly={!canChange}
        onChange={(value) => choose(kinds.find((one) => one === value) ?? kind)}
      />
      {kind !== 'scores' && (
        <ReasonLine
          label={t(kind === 'recused' ? 'members.recusedReason' : 'members.absentReason')}
          value={reason}
          save={(typed) => write(kind, typed)}
          isRequired={kind === 'recused'}
          isNew={isChosenHere}
          isReadOnly={!canChange}
        />
      )}
    </li>
  )
}
