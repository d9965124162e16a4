import { skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../shared/api/results.ts'
import { colourTokens } from '../../app/colour-tokens.ts'
import { orpc } from '../../api/client.ts'
import { useCurrentSession } from '../../api/current-session.ts'
import { errorText } from '../../api/refusal.ts'
import { ProductOnScreen } from './ProductOnScreen.tsx'
import classes from './ProjectorPage.module.css'
import { useGround } from './use-ground.ts'

const route = getRouteApi('/projector')

/** What the room sees: the product under way, how many ballots are in, and its result once the chair opens it. */
export function ProjectorPage() {
  const { t } = useTranslation('projector')
  const { session } = route.useSearch()
  const current = useCurrentSession()
  const sessionId = session ?? current?.id ?? null
  const { data: screen, error } = useQuery(
    orpc.results.projector.queryOptions({ input: sessionId === null ? skipToken : { sessionId } }),
  )
  const [ground, turnGround] = useGround()
  useKeys(turnGround)
  return (
    <main className={classes.screen} style={{ colorScheme: ground, ...colourTokens[ground] }} data-ground={ground}>
      <title>{`${t('title')} – Hội đồng OCOP`}</title>
      {screen === undefined ? (
        <Quiet>{error === null ? (sessionId === null ? t('noSession') : '') : errorText(error, t)}</Quiet>
      ) : (
        <Shown screen={screen} />
      )}
      <p className={classes.hint}>{t('hint')}</p>
    </main>
  )
}

function Shown({ screen }: { screen: ProjectorView }) {
  const { t } = useTranslation('projector')
  const { current, councilName, productCount, state } = screen
  if (current === null) return <Quiet head={councilName}>{t(`quiet.${state}`)}</Quiet>
  return <ProductOnScreen key={current.agendaItemId} product={current} productCount={productCount} />
}

const Quiet = ({ head, children }: { head?: string; children: string }) => (
  <div className={classes.quiet}>
    {head !== undefined && <h1>{head}</h1>}
    <p role="status">{children}</p>
  </div>
)

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
