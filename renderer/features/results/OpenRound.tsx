import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { useOnce } from '../../components/use-once.ts'
import type { ItemPart } from './item-part.ts'
import classes from './OpenRound.module.css'

/**
 * Scores a product again, from blank ballots or from those of the round before, of which the discussion concerns some: then
 * it leads to the first of these.
 */
export function OpenRound({ item, record, session }: ItemPart) {
  const { t } = useTranslation('results')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const openRound = useMutation(orpc.results.openRound.mutationOptions())
  const once = useOnce(openRound)
  const [isAsked, setAsked] = useState(false)
  const [way, setWay] = useState<Way>('blank')
  const [picked, setPicked] = useState<readonly string[]>([])
  const leave = (): void => {
    setAsked(false)
    setWay('blank')
    setPicked([])
    openRound.reset()
  }
  const goTo = async (member: number): Promise<void> => {
    // What the desk knows is the round before: nobody is to land on that.
    await queryClient.fetchQuery({
      ...orpc.ballots.ofItem.queryOptions({ input: { agendaItemId: item.id } }),
      staleTime: 0,
    })
    await navigate({
      to: '/sessions/$sessionId/scoring',
      params: { sessionId: session.id },
      search: { view: 'ballot', item: item.id, member },
    })
  }
  const scoring = scoringMembers(record.members, item)
  const begun = item.ballots.filter(({ memberId }) => scoring.some(({ id }) => id === memberId))
  // Not confirmed, so that there is nothing to leave as it is.
  const drafts = begun.filter(({ counts }) => !counts).map(({ memberId }) => String(memberId))
  const opened = [...new Set([...drafts, ...picked])]
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsked(true)}>
        {t('spread.openRound')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('spread.openRound')}
        size="lg"
        confirmLabel={t('spread.openRoundDeed', { round: item.round + 1 })}
        reasonLabel={t('spread.reason')}
        lacks={way === 'copy' && opened.length === 0 ? t('again.noneChosen') : null}
        isBusy={openRound.isPending}
        error={openRound.error}
        onConfirm={(reason) =>
          once(
            { agendaItemId: item.id, reason, ...(way === 'copy' && { opened: opened.map(Number) }) },
            {
              onSuccess: () => {
                leave()
                const first = scoring.find(({ id }) => way === 'copy' && opened.includes(String(id)))
                if (first !== undefined) void goTo(first.id)
              },
            },
          )
        }
        onClose={leave}
      >
        <Stack gap="md">
          <Radio.Group
            label={t('again.way', { next: item.round + 1 })}
            value={way}
            onChange={(value) => setWay(value as Way)}
          >
            <Stack gap="xs" mt={4}>
              <Radio value="blank" label={t('again.blank')} description={t('again.blankNote')} />
              <Radio
                value="copy"
                label={t('again.copy', { round: item.round })}
                description={t('again.copyNote')}
                disabled={begun.length === 0}
              />
            </Stack>
          </Radio.Group>
          {way === 'copy' && <Members item={item} scoring={scoring} opened={opened} onOpened={setPicked} />}
          <div>{t('again.kept', { round: item.round })}</div>
        </Stack>
      </ConfirmDialog>
    </>
  )
}

type Way = 'blank' | 'copy'

type MembersProps = Pick<ItemPart, 'item'> & {
  readonly scoring: ItemPart['record']['members']
  readonly opened: readonly string[]
  readonly onOpened: (opened: readonly string[]) => void
}

/** Whose ballots are opened: the arrows lead along them, Space chooses. */
function Members({ item, scoring, opened, onOpened }: MembersProps) {
  const { t } = useTranslation('results')
  return (
    <Checkbox.Group
      label={t('again.members')}
      description={t('again.membersNote')}
      value={[...opened]}
      onChange={onOpened}
    >
      <div className={classes.members} data-members>
        {scoring.map((member) => {
          const ballot = item.ballots.find(({ memberId }) => memberId === member.id)
          const state = ballot === undefined ? 'none' : ballot.counts ? 'counts' : 'draft'
          return (
            <Checkbox
              key={member.id}
              value={String(member.id)}
              onKeyDown={goAlong}
              disabled={state !== 'counts'}
              label={`${member.code} – ${member.name}`}
              description={t(`again.member.${state}`, { total: ballot?.totals.total ?? 0 })}
            />
          )
        })}
      </div>
    </Checkbox.Group>
  )
}

function goAlong(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const all = event.currentTarget.closest('[data-members]')?.querySelectorAll<HTMLInputElement>('input:not(:disabled)')
  const boxes = [...(all ?? [])]
  boxes[boxes.indexOf(event.currentTarget) + step]?.focus()
  event.preventDefault()
}
