import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewYear } from '../../../shared/api/years.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { CouncilGoesOn } from './CouncilGoesOn.tsx'
import { startCouncil, startLetter, type CouncilDraft, type LetterDraft } from './drafts.ts'
import { LetterGoesOn } from './LetterGoesOn.tsx'
import classes from './Years.module.css'

/** Which councils go on, with whom and by which decision; which letters of the year before count again. */
export function NewYearForm({ proposal: { year, fromYear, councils, letters, begun } }: { proposal: NewYear }) {
  const { t } = useTranslation('years')
  const form = useRef<HTMLDivElement>(null)
  // What is to be typed is in sight; once a year was begun, the count that proves it is.
  const isFirst = begun.length === 0
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>('input[type=text], input:not([type])') ?? []
    if (isFirst) [...fields].find(({ value }) => value === '')?.scrollIntoView({ block: 'nearest' })
  }, [isFirst])
  const [drafts, setDrafts] = useState<readonly CouncilDraft[]>(() => councils.map(startCouncil))
  const [letterDrafts, setLetterDrafts] = useState<readonly LetterDraft[]>(() => letters.map(startLetter))
  const begin = useMutation(orpc.years.begin.mutationOptions({ onSuccess: showCount }))
  const going = drafts.filter(({ goesOn }) => goesOn)
  const written = letterDrafts.filter(({ number }) => number.trim() !== '')
  const isReady =
    going.length > 0 && going.every(isCouncilReady) && written.every(({ issuedOn }) => (issuedOn ?? '') !== '')
  const submit = (): void => {
    if (!isReady || begin.isPending) return
    begin.mutate({
      year,
      councils: going.map(({ id, name, number, date, members, reason }) => ({
        councilId: id,
        name,
        foundingDecisionNumber: number,
        foundingDecisionDate: date ?? '',
        members: members.filter(({ goesOn }) => goesOn).map(({ id: memberId, role }) => ({ memberId, role })),
        reason: members.every(({ goesOn }) => goesOn) ? '' : reason,
      })),
      letters: written.map(({ id: letterId, number, issuedOn, issuer, signer }) => ({
        letterId,
        number,
        issuedOn: issuedOn ?? '',
        issuer,
        signer,
      })),
    })
  }
  return (
    <Form onSubmit={submit} className={classes.form}>
      <Stack gap="lg" ref={form}>
        <Section title={t('new.councils')} note={t('new.councilsNote', { year, fromYear })}>
          {drafts.map((draft) => (
            <CouncilGoesOn
              key={draft.id}
              draft={draft}
              year={year}
              fromYear={fromYear}
              onChange={(change) =>
                setDrafts((before) => before.map((one) => (one.id === draft.id ? { ...one, ...change } : one)))
              }
            />
          ))}
        </Section>
        {letterDrafts.length > 0 && (
          <Section title={t('new.letters', { year: fromYear })} note={t('new.lettersNote', { year })}>
            {letterDrafts.map((draft) => (
              <LetterGoesOn
                key={draft.id}
                draft={draft}
                onChange={(change) =>
                  setLetterDrafts((before) => before.map((one) => (one.id === draft.id ? { ...one, ...change } : one)))
                }
              />
            ))}
          </Section>
        )}
        <p className={classes.never}>{t('new.never', { year })}</p>
        <ErrorNote error={begin.error} />
        <div>
          <Button type="submit" disabled={!isReady} loading={begin.isPending}>
            {t('new.begin', { year })}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

/** Of what was done; the form of it is gone by then. */
const showCount = (): void => document.getElementById('content')?.scrollTo({ top: 0 })

function isCouncilReady({ name, date, members, reason }: CouncilDraft): boolean {
  const stay = members.filter(({ goesOn }) => goesOn).length
  return name.trim() !== '' && date !== null && stay > 0 && (stay === members.length || isReason(reason))
}
