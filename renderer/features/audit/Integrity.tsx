import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntegrityEvent, IntegrityReport } from '../../../shared/api/integrity.ts'
import { readVerificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import { typedCodes } from '../../../shared/domain/verification-code/typed-codes.ts'
import { integritySections, integrityText, isDamaged, verdictOf } from '../../../shared/integrity/report-lines.ts'
import { client } from '../../api/client.ts'
import { clockTime, dateAndClock } from '../../components/clock-time.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ProgressLine } from '../../components/progress/ProgressLine.tsx'
import { saveFile } from '../../components/save-file.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { toClipboard } from '../../components/to-clipboard.ts'
import classes from './AuditPage.module.css'

type Checking = Extract<IntegrityEvent, { kind: 'progress' }> | 'begins'
type Checked = { readonly report: IntegrityReport; readonly at: Date }

/** Runs "Kiểm chứng" with the codes that were typed: how far it is, a way to cancel it, and what it found. */
export function useIntegrityCheck() {
  const { t } = useTranslation('integrity')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [slips, setSlips] = useState<readonly string[]>([])
  const [checking, setChecking] = useState<Checking | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)

  const type = (text: string): void => {
    setTyped(text)
    setSlips([])
  }

  const run = async (): Promise<void> => {
    if (checking !== null) return
    const codes = [...typedCodes(typed)]
    const mistyped = codes.flatMap((code) => {
      const read = readVerificationCode(code)
      return typeof read === 'string' ? [t(`code.${read}`, { typed: code })] : []
    })
    setSlips(mistyped)
    if (mistyped.length > 0) return field.current?.focus()
    const controller = new AbortController()
    stop.current = controller
    setChecking('begins')
    setError(null)
    try {
      for await (const event of await client.workspace.followIntegrity({ codes }, { signal: controller.signal })) {
        if (event.kind === 'progress') setChecking(event)
        else setChecked({ report: event.report, at: new Date() })
      }
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      setChecking(null)
    }
  }

  return { field, typed, type, slips, checking, checked, error, run, cancel: () => stop.current?.abort() }
}

type IntegrityCheck = ReturnType<typeof useIntegrityCheck>

export function IntegrityButton({ integrity }: { integrity: IntegrityCheck }) {
  const { t } = useTranslation('audit')
  return (
    <Button loading={integrity.checking !== null} onClick={() => void integrity.run()}>
      {t('verify.action')}
    </Button>
  )
}

/** The verdict in one sentence, every fault by its kind, and what was looked at and what not. */
export function IntegrityVerdict({ integrity }: { integrity: IntegrityCheck }) {
  const { t } = useTranslation('audit')
  const { checking, checked, error, cancel } = integrity
  if (checking !== null) return <CheckProgress checking={checking} cancel={cancel} />
  if (error !== null) return <ErrorNote error={error} />
  if (checked === null) return <p className={classes.lead}>{t('verify.note')}</p>
  const { report, at } = checked
  const verdict = verdictOf(report)
  const passes = verdict === 'intact' || verdict === 'noted'
  return (
    <div className={classes.verdict} data-intact={passes || undefined} role="status">
      <StateMark tone={passes ? 'good' : 'wrong'}>{t(`verify.${verdict}`, { time: clockTime(at) })}</StateMark>
      {isDamaged(report) && <Link to="/backups">{t('backups:see')}</Link>}
      <Findings checked={checked} />
    </div>
  )
}

function CheckProgress({ checking, cancel }: { checking: Checking; cancel: () => void }) {
  const { t } = useTranslation('integrity')
  if (checking === 'begins') {
    return (
      <ProgressLine label={t('progress')} percent={0} onCancel={cancel}>
        {t('begins')}
      </ProgressLine>
    )
  }
  // Each part counts anew, so that nobody knows how long the whole takes.
  const { part, done, of } = checking
  return (
    <ProgressLine label={t('progress')} percent={of === 0 ? 0 : (done / of) * 100} onCancel={cancel}>
      {t('at', { part: t(`part.${part}`), done, of })}
    </ProgressLine>
  )
}

function Findings({ checked: { report, at } }: { checked: Checked }) {
  const { t } = useTranslation('integrity')
  const [isCopied, setCopied] = useState(false)
  const say = (key: string, facts: Readonly<Record<string, string | number>> = {}) => String(t(key as never, facts))
  const text = () => integrityText(report, say, dateAndClock(at.toISOString()))
  const copy = () => {
    toClipboard({ text: text() })
    setCopied(true)
  }
  return (
    <>
      {integritySections(report, say).map(({ title, lines }) => (
        <section key={title}>
          <h3 className={classes.foundTitle}>{title}</h3>
          <ul className={classes.found}>
            {lines.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines never move
              <li key={index}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <Group gap="sm" mt={8}>
        <Button variant="default" size="compact-sm" onClick={copy}>
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => saveFile(new File([text()], t('fileName'), { type: 'text/plain' }))}
        >
          {t('save')}
        </Button>
      </Group>
    </>
  )
}
