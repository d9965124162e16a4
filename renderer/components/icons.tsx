import type { ReactNode, SVGProps } from 'react'

type IconProps = Omit<SVGProps<SVGSVGElement>, 'children'> & { readonly size?: number }

/** A line drawing on a 20-unit grid; the word beside it or its button's name says what it is. */
const Icon = ({ size = 18, children, ...rest }: IconProps & { readonly children: ReactNode }) => (
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
    {...rest}
  >
    {children}
  </svg>
)

export function TodayIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="3" y="4" width="14" height="13" rx="1.5" />
      <path d="M3 8h14M7 2.5V5M13 2.5V5M7 12.5l2 2 4-4" />
    </Icon>
  )
}

export function ProductsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7" />
    </Icon>
  )
}

export function CouncilsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="7" cy="7" r="2.75" />
      <path d="M2 16.5c0-3 2.2-4.75 5-4.75s5 1.75 5 4.75M13 4.6a2.5 2.5 0 0 1 0 4.8M14.5 12c2 .5 3.5 2 3.5 4.5" />
    </Icon>
  )
}

export function SessionsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4 3.5h12v13H4zM7 7.5h6M7 10.5h6M7 13.5h3.5" />
    </Icon>
  )
}

export function ResultsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m10 2.8 2.2 4.6 5 .7-3.6 3.5.9 5-4.5-2.4-4.5 2.4.9-5L2.8 8.1l5-.7z" />
    </Icon>
  )
}

export function DocumentsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5M7.5 13h5" />
    </Icon>
  )
}

/** A phone and the waves that reach it. */
export function RoomIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="3" y="3" width="8" height="14" rx="1.5" />
      <path d="M6.5 14.5h1M13.5 7.5a4 4 0 0 1 0 5M16 5a7.5 7.5 0 0 1 0 10" />
    </Icon>
  )
}

export function AuditIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 5.5V10l3 2" />
    </Icon>
  )
}

export function SettingsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 5.5h8M15 5.5h2M3 10h2M9 10h8M3 14.5h8M15 14.5h2" />
      <circle cx="13" cy="5.5" r="2" />
      <circle cx="7" cy="10" r="2" />
      <circle cx="13" cy="14.5" r="2" />
    </Icon>
  )
}

export function SearchIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13 13 4 4" />
    </Icon>
  )
}

export function RailIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="3" y="4" width="14" height="12" rx="1.5" />
      <path d="M8 4v12" />
    </Icon>
  )
}

export function ChevronDownIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m6 8 4 4 4-4" />
    </Icon>
  )
}

export function ChevronRightIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m8 6 4 4-4 4" />
    </Icon>
  )
}

export function WarningIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1" />
    </Icon>
  )
}

export function LockIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="4.5" y="9" width="11" height="8" rx="1.5" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </Icon>
  )
}

export function UpIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M10 16V4M5 9l5-5 5 5" />
    </Icon>
  )
}

export function DownIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M10 4v12M5 11l5 5 5-5" />
    </Icon>
  )
}

export function CloseIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  )
}

/** Six dots: a row that can be dragged. */
export function GripIcon(props: IconProps) {
  return (
    <Icon {...props} strokeWidth={2.5}>
      <path d="M7.5 5v.01M12.5 5v.01M7.5 10v.01M12.5 10v.01M7.5 15v.01M12.5 15v.01" />
    </Icon>
  )
}
