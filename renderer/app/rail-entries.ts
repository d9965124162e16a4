import type { LinkProps } from '@tanstack/react-router'
import type { IconName } from '../components/Icon.tsx'

export type RailEntry = {
  /** Name of its icon, and key of its text under `common:rail`. */
  readonly name: IconName
  readonly shortcut: string
  readonly to: NonNullable<LinkProps['to']>
  /** Screens that one goes to from there and that have no entry of their own. */
  readonly under?: readonly NonNullable<LinkProps['to']>[]
}

/** The left rail, top to bottom. The parts of a session are tabs of the session, and no entries here. */
export const railEntries = [
  { name: 'today', shortcut: 'alt+1', to: '/', under: ['/deadlines'] },
  {
    name: 'products',
    shortcut: 'alt+2',
    to: '/products',
    under: ['/producers', '/communes', '/registrations'],
  },
  { name: 'councils', shortcut: 'alt+3', to: '/councils' },
  { name: 'sessions', shortcut: 'alt+4', to: '/sessions', under: ['/packages'] },
  {
    name: 'certificates',
    shortcut: 'alt+g',
    to: '/certificates',
    under: ['/opinions', '/inspections', '/statistics', '/papers'],
  },
  { name: 'audit', shortcut: 'alt+8', to: '/audit' },
  { name: 'settings', shortcut: 'alt+9', to: '/settings', under: ['/criteria'] },
] as const satisfies readonly RailEntry[]
