import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RefusalReason } from '../../shared/api/refusal.ts'
import { errorText, readRefusal } from '../api/refusal.ts'
import { Reachable } from './Reachable.tsx'

/** Why something was refused or failed, in one sentence, and the way to the screen where that is set, where it is another one. */
export function RefusalText({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const reason = readRefusal(error)?.reason
  const screen = Object.entries(screens).find(([refused]) => refused === reason)?.[1]
  return (
    <>
      {errorText(error, t)}
      {screen !== undefined && (
        <Reachable screen={screen.to}>
          {' '}
          <Link to={screen.to}>{t(screen.name)}</Link>
        </Reachable>
      )}
    </>
  )
}

type Screen = { readonly to: NonNullable<LinkProps['to']>; readonly name: string }

/** Where what was refused is set. */
const screens = {
  'year-closed': { to: '/years', name: 'place.years.title' },
  'year-begun': { to: '/councils', name: 'rail.councils' },
  'council-continued': { to: '/councils', name: 'rail.councils' },
  'member-retired': { to: '/councils', name: 'rail.councils' },
  'product-incomplete': { to: '/products', name: 'rail.products' },
  'criteria-set-incomplete': { to: '/criteria', name: 'place.criteria.title' },
  'no-office': { to: '/settings', name: 'rail.settings' },
  'kept-in-dossier': { to: '/registrations', name: 'place.registrations.title' },
  'already-registered': { to: '/registrations', name: 'place.registrations.title' },
} as const satisfies Partial<Record<RefusalReason, Screen>>
