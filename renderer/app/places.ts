/**
 * Screens that Ctrl+K leads to besides those of the rail and the parts of a session: each by its title and the words that offices
 * use for what is done there (`common:place`). A test holds the list against the routes.
 */
export const places = [
  { name: 'producers', to: '/producers' },
  { name: 'communes', to: '/communes' },
  { name: 'takeList', to: '/products/import' },
  { name: 'registrations', to: '/registrations', shortcut: 'alt+h' },
  { name: 'withdrawals', to: '/certificates/withdrawals' },
  { name: 'inspections', to: '/inspections' },
  { name: 'commitments', to: '/inspections/commitments' },
  { name: 'opinions', to: '/opinions' },
  { name: 'packages', to: '/packages' },
  { name: 'openPackage', to: '/packages/open' },
  { name: 'papers', to: '/papers' },
  // Chosen there before they are opened, and found by what they are called.
  { name: 'writeRegistered', to: '/certificates', search: { write: 'registered' } },
  { name: 'writeLapsing', to: '/certificates', search: { write: 'lapsing' } },
  { name: 'writeInvitations', to: '/certificates', search: { write: 'invitations' } },
  { name: 'statistics', to: '/statistics' },
  { name: 'quarters', to: '/statistics/quarters' },
  { name: 'deadlines', to: '/deadlines' },
  { name: 'years', to: '/years' },
  { name: 'newYear', to: '/new-year' },
  { name: 'criteria', to: '/criteria' },
  { name: 'loadCriteria', to: '/criteria/load' },
  { name: 'newCouncil', to: '/councils/new' },
  { name: 'newSession', to: '/sessions/new' },
  { name: 'importSession', to: '/sessions/import' },
  { name: 'backups', to: '/backups' },
] as const
