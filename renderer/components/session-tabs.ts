import type { LinkProps } from '@tanstack/react-router'

/** The parts of one session in the order of the work; `name` is a key under `common:sessionTabs`. */
export const sessionTabs = [
  { name: 'agenda', to: '/sessions/$sessionId' },
  { name: 'attendance', to: '/sessions/$sessionId/attendance' },
  { name: 'closing', to: '/sessions/$sessionId/closing' },
  { name: 'facts', to: '/sessions/$sessionId/facts' },
] as const satisfies readonly { readonly name: string; readonly to: LinkProps['to'] }[]
