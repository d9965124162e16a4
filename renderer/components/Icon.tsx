/** Line drawings on a 20-unit grid, each one path. */
const drawings = {
  today:
    'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v10a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5v-10A1.5 1.5 0 0 1 4.5 4z' +
    'M3 8h14M7 2.5V5M13 2.5V5M7 12.5l2 2 4-4',
  products: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  councils:
    'M9.75 7a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0z' +
    'M2 16.5c0-3 2.2-4.75 5-4.75s5 1.75 5 4.75M13 4.6a2.5 2.5 0 0 1 0 4.8M14.5 12c2 .5 3.5 2 3.5 4.5',
  sessions: 'M4 3.5h12v13H4zM7 7.5h6M7 10.5h6M7 13.5h3.5',
  results: 'm10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z',
  documents: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5M7.5 13h5',
  /** A sheet with a seal. */
  certificates:
    'M4 3h12v8.5M4 3v11h5M7 6.5h6M7 9.5h3M15.5 13a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM11.5 15v3l1.5-1 1.5 1v-3',
  /** A phone and the waves that reach it. */
  room:
    'M4.5 3h5A1.5 1.5 0 0 1 11 4.5v11A1.5 1.5 0 0 1 9.5 17h-5A1.5 1.5 0 0 1 3 15.5v-11A1.5 1.5 0 0 1 4.5 3z' +
    'M6.5 14.5h1M13.5 7.5a4 4 0 0 1 0 5M16 5a7.5 7.5 0 0 1 0 10',
  audit: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM10 5.5V10l3 2',
  settings:
    'M3 5.5h8M15 5.5h2M3 10h2M9 10h8M3 14.5h8M15 14.5h2M15 5.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z' +
    'M9 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM15 14.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  help: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .9-1 1.6M10 14v.1',
  search: 'M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM13 13l4 4',
  rail:
    'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4z' +
    'M8 4v12',
  'chevron-down': 'm6 8 4 4 4-4',
  'chevron-right': 'm8 6 4 4-4 4',
  warning: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1',
  lock:
    'M6 9h8a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 14 17H6a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 6 9z' +
    'M7 9V6.5a3 3 0 0 1 6 0V9',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  close: 'm5 5 10 10M15 5 5 15',
  /** Six dots: a row that can be dragged. */
  grip: 'M7.5 5v.01M12.5 5v.01M7.5 10v.01M12.5 10v.01M7.5 15v.01M12.5 15v.01',
} as const

export type IconName = keyof typeof drawings

/** A line drawing; the word beside it, or the name of its button, says what it is. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
