import type { LinkProps } from '@tanstack/react-router'

/** The parts of one session in the order of the work; `name` is a key under `common:sessionTabs`. */
export const sessionTabs = [
  { name: 'agenda', to: '/sessions/$sessionId' },
  { name: 'attendance', to: '/sessions/$sessionId/attendance' },
  { name: 'scoring', to: '/sessions/$sessionId/scoring' },
  { name: 'room', to: '/sessions/$sessionId/room' },
  { name: 'results', to: '/sessions/$sessionId/results' },
  { name: 'closing', to: '/sessions/$sessionId/closing' },
  { name: 'documents', to: '/sessions/$sessionId/documents' },
  { name: 'facts', to: '/sessions/$sessionId/facts' },
] as const satisfies readonly { readonly name: string; readonly to: LinkProps['to'] }[]
