import type { LinkProps } from '@tanstack/react-router'
import type { SessionSummary } from '../../shared/api/sessions.ts'
import type { IconName } from '../components/Icon.tsx'

export type RailEntry = {
  /** Name of its icon, and key of its text under `common:rail`. */
  readonly name: IconName
  readonly shortcut: string
  /** Where it leads; entries of one session lead to the session that the frame speaks of, null while there is none. */
  readonly link: (session: SessionSummary | null) => Pick<LinkProps, 'to' | 'params'> | null
  /** Screens that one goes to from there and that have no entry of their own. */
  readonly under?: readonly NonNullable<LinkProps['to']>[]
}

const ofSession =
  (to: '/sessions/$sessionId/results' | '/sessions/$sessionId/documents' | '/sessions/$sessionId/room') =>
  (session: SessionSummary | null) =>
    session === null ? null : { to, params: { sessionId: session.id } }

/** The left rail, top to bottom. */
export const railEntries = [
  { name: 'today', shortcut: 'alt+1', link: () => ({ to: '/' }), under: ['/deadlines'] },
  {
    name: 'products',
    shortcut: 'alt+2',
    link: () => ({ to: '/products' }),
    under: ['/producers', '/communes', '/registrations'],
  },
  { name: 'councils', shortcut: 'alt+3', link: () => ({ to: '/councils' }) },
  { name: 'sessions', shortcut: 'alt+4', link: () => ({ to: '/sessions' }), under: ['/packages'] },
  { name: 'results', shortcut: 'alt+5', link: ofSession('/sessions/$sessionId/results') },
  { name: 'documents', shortcut: 'alt+6', link: ofSession('/sessions/$sessionId/documents') },
  {
    name: 'certificates',
    shortcut: 'alt+g',
    link: () => ({ to: '/certificates' }),
    under: ['/opinions', '/inspections', '/statistics', '/papers'],
  },
  { name: 'room', shortcut: 'alt+7', link: ofSession('/sessions/$sessionId/room') },
  { name: 'audit', shortcut: 'alt+8', link: () => ({ to: '/audit' }) },
  { name: 'settings', shortcut: 'alt+9', link: () => ({ to: '/settings' }), under: ['/criteria'] },
] as const satisfies readonly RailEntry[]
