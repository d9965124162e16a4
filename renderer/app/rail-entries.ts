import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { SessionSummary } from '../../shared/api/sessions.ts'
import {
  AuditIcon,
  CouncilsIcon,
  DocumentsIcon,
  ProductsIcon,
  ResultsIcon,
  RoomIcon,
  SessionsIcon,
  SettingsIcon,
  TodayIcon,
} from '../components/icons.tsx'

export type RailEntry = {
  /** Key of the name under `common:rail`. */
  readonly name: string
  readonly icon: ComponentType
  readonly shortcut: string
  /** Where it leads; entries of one session lead to the session that the frame speaks of, null while there is none. */
  readonly link: (session: SessionSummary | null) => Pick<LinkProps, 'to' | 'params'> | null
}

/** The left rail, top to bottom; only what works. */
export const railEntries = [
  { name: 'today', icon: TodayIcon, shortcut: 'alt+1', link: () => ({ to: '/' }) },
  { name: 'products', icon: ProductsIcon, shortcut: 'alt+2', link: () => ({ to: '/products' }) },
  { name: 'councils', icon: CouncilsIcon, shortcut: 'alt+3', link: () => ({ to: '/councils' }) },
  { name: 'sessions', icon: SessionsIcon, shortcut: 'alt+4', link: () => ({ to: '/sessions' }) },
  {
    name: 'results',
    icon: ResultsIcon,
    shortcut: 'alt+5',
    link: (session) =>
      session === null ? null : { to: '/sessions/$sessionId/results', params: { sessionId: session.id } },
  },
  {
    name: 'documents',
    icon: DocumentsIcon,
    shortcut: 'alt+6',
    link: (session) =>
      session === null ? null : { to: '/sessions/$sessionId/documents', params: { sessionId: session.id } },
  },
  {
    name: 'room',
    icon: RoomIcon,
    shortcut: 'alt+7',
    link: (session) =>
      session === null ? null : { to: '/sessions/$sessionId/room', params: { sessionId: session.id } },
  },
  { name: 'audit', icon: AuditIcon, shortcut: 'alt+8', link: () => ({ to: '/audit' }) },
  { name: 'settings', icon: SettingsIcon, shortcut: 'alt+9', link: () => ({ to: '/settings' }) },
] as const satisfies readonly RailEntry[]
