import type { LinkProps } from '@tanstack/react-router'

/**
 * The parts of one session in the order of the work; `name` is a key under `common:sessionTabs`. A shortcut leads there from
 * every screen, in the session that the frame speaks of.
 */
export const sessionTabs = [
  { name: 'agenda', to: '/sessions/$sessionId' },
  { name: 'attendance', to: '/sessions/$sessionId/attendance' },
  { name: 'scoring', to: '/sessions/$sessionId/scoring' },
  { name: 'room', to: '/sessions/$sessionId/room', shortcut: 'alt+7' },
  { name: 'results', to: '/sessions/$sessionId/results', shortcut: 'alt+5' },
  { name: 'closing', to: '/sessions/$sessionId/closing' },
  { name: 'documents', to: '/sessions/$sessionId/documents', shortcut: 'alt+6' },
  { name: 'facts', to: '/sessions/$sessionId/facts' },
] as const satisfies readonly SessionTab[]

type SessionTab = { readonly name: string; readonly to: LinkProps['to']; readonly shortcut?: string }
