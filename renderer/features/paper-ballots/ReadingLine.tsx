import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PaperPile } from '../../../shared/api/paper-ballots.ts'
import { ErrorNote, WrongNote } from '../../components/ErrorNote.tsx'
import { RefusalText } from '../../components/RefusalText.tsx'
import { ProgressLine } from '../../components/progress/ProgressLine.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './PilePage.module.css'
import type { Reading } from './use-reading.ts'

type Props = { readonly pile: PaperPile; readonly reading: Reading }

/** How far the reading is, here or at another window, a way to stop it, and the files that were not taken. */
export function ReadingLine({ pile, reading }: Props) {
  const { t } = useTranslation('paper')
  const { deed, progress, refused, error, goOn, stop } = reading
  return (
    <>
      {deed.kind === 'sending' && (
        <ProgressLine
          label={t('reading.label')}
          percent={0}
          onCancel={stop}
          cancelLabel={t('reading.stop')}
          data-testid="reading"
        >
          {t('reading.sending', { name: deed.name, count: deed.left })}
        </ProgressLine>
      )}
      {deed.kind === 'reading' && (
        <ProgressLine
          label={t('reading.label')}
          percent={progress === null || progress.event.of === 0 ? 0 : (progress.event.done / progress.event.of) * 100}
          left={progress?.left ?? null}
          onCancel={stop}
          cancelLabel={t('reading.stop')}
          data-testid="reading"
        >
          {progress === null ? t('reading.begins') : t('reading.at', pagesOf(progress.event))}
        </ProgressLine>
      )}
      {deed.kind === 'watching' && (
        <ProgressLine
          label={t('reading.label')}
          percent={100}
          onCancel={stop}
          cancelLabel={t('reading.stop')}
          data-testid="reading"
        >
          {t(deed.isGone ? 'reading.gone' : 'reading.watching', { folder: deed.folder })}
        </ProgressLine>
      )}
      {deed.kind === 'idle' && pile.reading !== null && (
        <p className={classes.soft} role="status">
          {t(deed.isStopped ? 'reading.stopping' : 'reading.elsewhere', pagesOf(pile.reading))}
        </p>
      )}
      {deed.kind === 'idle' && pile.reading === null && pile.left > 0 && (
        <div className={classes.reading} role="status">
          {t('reading.left', { count: pile.left })}
          <Button size="compact-sm" variant="default" onClick={goOn}>
            {t('reading.goOn')}
          </Button>
        </div>
      )}
      {refused.map((file, index) => (
        <WrongNote
          key={`${file.name} ${index}`}
          text={
            <>
              {t('reading.refused', { name: file.name })}{' '}
              {'megabytes' in file ? t('refusals:paper-file-too-large', file) : <RefusalText error={file.error} />}
            </>
          }
        />
      ))}
      <ErrorNote error={error} />
    </>
  )
}

const pagesOf = ({ done, of }: { readonly done: number; readonly of: number }) => ({
  done: wholeNumber(done),
  of: wholeNumber(of),
})
