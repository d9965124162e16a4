import type { ComponentProps } from 'react'

type Props = ComponentProps<'button'> & { readonly 'data-loading'?: boolean }

/**
 * The element of a button of Mantine. While it is busy it cannot be pressed, and keeps the focus: one that is disabled
 * would lose it to nowhere.
 */
export function BusyButton({ disabled, onClick, 'data-loading': isBusy = false, ...rest }: Props) {
  return (
    <button
      {...rest}
      disabled={disabled === true && !isBusy}
      data-loading={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    />
  )
}
