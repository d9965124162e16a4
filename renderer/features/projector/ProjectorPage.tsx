import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../shared/api/results.ts'
import { colourTokens } from '../../app/colour-tokens.ts'
import { orpc } from '../../api/client.ts'
import { useCurrentSession } from '../../api/current-session.ts'
import { errorText } from '../../api/refusal.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { useSteps } from '../../components/projector/use-steps.ts'
import { useSummaryPages, type SummaryPages } from '../../components/projector/use-summary-pages.ts'
import { ProductOnScreen } from './ProductOnScreen.tsx'
import classes from './ProjectorPage.module.css'
import { SummaryOnScreen } from './SummaryOnScreen.tsx'
import { useGround } from './use-ground.ts'

const route = getRouteApi('/projector')

/** What the room sees: the product under way, how many ballots are in, and its result once the chair opens it. */
export function ProjectorPage() {
  const { t } = useTranslation('projector')
  const { session } = route.useSearch()
  const current = useCurrentSession()
  const sessionId = session ?? current?.id ?? null
  const {
    data: screen,
    error,
    dataUpdatedAt,
  } = useQuery(orpc.results.projector.queryOptions({ input: sessionId === null ? skipToken : { sessionId } }))
  const [ground, turnGround] = useGround()
  useKeys(turnGround)
  const { page, pages, turn } = useSummaryPages(screen === undefined ? null : namedIn(screen))
  useStepKeys({ sessionId, screen, readAt: dataUpdatedAt, turn })
  return (
    // Nothing on it takes a key by itself, and the focus is nowhere else.
    <main
      ref={focusAtStart}
      tabIndex={-1}
      className={classes.screen}
      style={{ colorScheme: ground, ...colourTokens[ground] }}
      data-ground={ground}
    >
      <title>{`${t('title')} – Hội đồng OCOP`}</title>
      {screen === undefined ? (
        <Quiet>{error === null ? (sessionId === null ? t('noSession') : '') : errorText(error, t)}</Quiet>
      ) : (
        <Shown screen={screen} page={page} pages={pages} />
      )}
    </main>
  )
}

const namedIn = ({ summary }: ProjectorView): number | undefined =>
  summary?.groups.reduce((sum, { products }) => sum + products.length, 0)

type ShownProps = { readonly screen: ProjectorView; readonly page: number; readonly pages: number }

function Shown({ screen, page, pages }: ShownProps) {
  const { t } = useTranslation('projector')
  const { current, councilName, productCount, state, summary } = screen
  if (summary !== null) return <SummaryOnScreen {...{ summary, councilName, page, pages }} />
  if (current === null) return <Quiet head={councilName}>{t(`quiet.${state}`)}</Quiet>
  return <ProductOnScreen key={current.agendaItemId} product={current} productCount={productCount} />
}

const Quiet = ({ head, children }: { head?: string; children: string }) => (
  <div className={classes.quiet}>
    {head !== undefined && <h1>{head}</h1>}
    <p role="status">{children}</p>
  </div>
)

/** Through the products and back, as the buttons of a presenter's remote control say it too. */
function useStepKeys({ sessionId, screen, readAt, turn }: Stood): void {
  const { mutateAsync } = useMutation(orpc.sessions.setCurrentItem.mutationOptions())
  const press = useSteps({
    at: screen === undefined ? undefined : (screen.current?.agendaItemId ?? null),
    steps: screen?.steps,
    readAt,
    turn,
    // Who may not, or a locked desk, changes nothing: the room sees no message about it.
    go: (step) => mutateAsync({ sessionId: sessionId ?? 0, ...step }),
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return
      const way = ways[event.key]
      if (sessionId === null || way === undefined) return
      event.preventDefault()
      press(way)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}

type Stood = {
  readonly sessionId: number | null
  readonly screen: ProjectorView | undefined
  /** When what it shows was read. */
  readonly readAt: number
  readonly turn: SummaryPages['turn']
}

const ways: Readonly<Record<string, keyof ProjectorView['steps']>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'before',
  PageUp: 'before',
}

/** The screen has no buttons: N turns the ground, Esc closes the window unless it fills the screen. */
function useKeys(n: () => void): void {
  const [isFull] = useState(() => window.matchMedia('(display-mode: fullscreen)'))
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      if (event.code === 'KeyN') n()
      if (event.key === 'Escape' && !isFull.matches) window.close()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [n, isFull])
}
