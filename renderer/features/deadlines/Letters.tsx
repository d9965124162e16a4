import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import {
  overruledDays,
  type DeadlineLetter,
  type PlannedDeadline,
} from '../../../shared/domain/deadlines/plan-deadlines.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { useDeadlineTexts } from '../../components/deadlines/use-deadline-texts.ts'
import { Section } from '../../components/Section.tsx'
import classes from './DeadlinesPage.module.css'
import { LetterDialog } from './LetterDialog.tsx'

type Props = {
  readonly letters: readonly DeadlineLetter[]
  /** Whose councils evaluate in the year. */
  readonly levels: readonly Level[]
  /** The days that hold. */
  readonly planned: readonly PlannedDeadline[]
  readonly isReadOnly: boolean
}

/** The letters that set a year's days, to be corrected or removed, each with those of its days that another letter overrules. */
export function Letters({ letters, levels, planned, isReadOnly }: Props) {
  const { t } = useTranslation('deadlines')
  const { name } = useDeadlineTexts()
  const [edited, setEdited] = useState<DeadlineLetter | null>(null)
  const remove = useMutation(orpc.deadlines.removeLetter.mutationOptions())
  return (
    <Section title={t('letters')}>
      <ul className={classes.letters}>
        {letters.map((letter) => (
          <li key={letter.id} className={classes.letter}>
            <div className={classes.letterText}>
              {t('byLetter', { number: letter.number, day: formatDate(letter.issuedOn) })}
              <div className={classes.soft}>
                {[letter.issuer, letter.signer].filter((text) => text !== '').join(', ')}
              </div>
              {overruledDays(letter, planned).map(({ day, by }) => (
                <div key={`${day.level}-${day.kind}-${day.round}`} className={classes.soft}>
                  {t('letter.overruled', {
                    task: name({ ...day, year: letter.year }).join(', '),
                    before: formatDate(day.before),
                    number: by.number,
                    day: formatDate(by.issuedOn),
                  })}
                </div>
              ))}
            </div>
            {!isReadOnly && (
              <>
                <Button
                  variant="default"
                  aria-label={t('letter.editOf', { number: letter.number })}
                  onClick={() => setEdited(letter)}
                >
                  {t('letter.edit')}
                </Button>
                <DeedButton
                  label={t('letter.remove')}
                  aria-label={t('letter.removeOf', { number: letter.number })}
                  isDanger
                  deed={remove}
                  inputOf={() => ({ id: letter.id })}
                >
                  {t('letter.removeText', { number: letter.number })}
                </DeedButton>
              </>
            )}
          </li>
        ))}
      </ul>
      {edited !== null && (
        <LetterDialog year={edited.year} levels={levels} letter={edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  )
}
