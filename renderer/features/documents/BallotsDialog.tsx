import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintedBallots } from '../../../shared/api/printed-ballots.ts'
import type { BallotSelection } from '../../../shared/domain/ballot/selected-ballots.ts'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { Form } from '../../components/fields/Form.tsx'
import classes from './BallotsDialog.module.css'
import { countSelected, useSelectedText, type BallotPack } from './use-ballot-pack.ts'

type Props = {
  readonly pack: Pick<BallotPack, 'of' | 'pages'> & { readonly ballots: PrintedBallots }
  readonly onChoose: (of: BallotSelection) => void
  readonly onClose: () => void
}

/** Which ballots of a pack are laid out: by product, member and scoring round, with how many each would be. */
export function BallotsDialog({ pack: { ballots, pages, of: chosen }, onChoose, onClose }: Props) {
  const { t } = useTranslation('documents')
  const [of, setOf] = useState(chosen)
  const [words, setWords] = useState('')
  const rounds = [...new Set(ballots.ballots.map(({ round }) => round))].toSorted((a, b) => a - b)
  const found = ballots.products.filter(({ code, name }) => searchKey(`${code} ${name}`).includes(searchKey(words)))
  const textOf = useSelectedText({ ballots, pages })
  const isEmpty = countSelected(ballots, pages, of).count === 0
  return (
    <Dialog title={t('ballots.title')} size="64rem" onClose={onClose}>
      <Form onSubmit={() => onChoose(of)}>
        <Stack gap="sm">
          <div className={classes.columns}>
            <div>
              {ballots.products.length > fewProducts && (
                <TextInput
                  mb={6}
                  size="xs"
                  aria-label={t('ballots.find')}
                  placeholder={t('ballots.find')}
                  value={words}
                  onChange={({ currentTarget }) => setWords(currentTarget.value)}
                />
              )}
              <Choices
                title={t('ballots.products')}
                sort="itemIds"
                rows={found.map(({ id, code, name }) => ({ id, name: `${code}. ${name}` }))}
                {...{ textOf, of, setOf }}
              />
            </div>
            <Choices
              title={t('ballots.members')}
              sort="memberIds"
              rows={ballots.members.map(({ id, code, name }) => ({ id, name: `${code}. ${name}` }))}
              {...{ textOf, of, setOf }}
            />
            {rounds.length > 1 && (
              <Choices
                title={t('ballots.rounds')}
                sort="rounds"
                rows={rounds.map((round) => ({ id: round, name: t('ballots.round', { round }) }))}
                {...{ textOf, of, setOf }}
              />
            )}
          </div>
          <p role="status">{isEmpty ? t('ballots.none') : textOf(of)}</p>
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={isEmpty}>
              {t('ballots.lay')}
            </Button>
          </DialogFoot>
        </Stack>
      </Form>
    </Dialog>
  )
}

const fewProducts = 12

type ChoicesProps = {
  readonly title: string
  readonly sort: keyof BallotSelection
  readonly rows: readonly { readonly id: number; readonly name: string }[]
  readonly textOf: (of: BallotSelection) => string
  readonly of: BallotSelection
  readonly setOf: (of: BallotSelection) => void
}

/** All of a sort, or those ticked; each with what it would print of what else is chosen. */
function Choices({ title, sort, rows, textOf, of, setOf }: ChoicesProps) {
  const { t } = useTranslation('documents')
  const chosen = of[sort]
  const tick = (id: number): void =>
    setOf({ ...of, [sort]: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] })
  return (
    <fieldset className={classes.choices}>
      <legend>{title}</legend>
      <Checkbox
        label={t('ballots.every')}
        checked={chosen.length === 0}
        onChange={() => setOf({ ...of, [sort]: [] })}
      />
      {rows.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={t('ballots.ofRow', { name, text: textOf({ ...of, [sort]: [id] }) })}
          checked={chosen.includes(id)}
          onChange={() => tick(id)}
        />
      ))}
    </fieldset>
  )
}
