import type { ComponentProps } from 'react'

/** A form that stays on its page: Enter in one of its fields, or its button, calls `onSubmit`. */
export function Form({ onSubmit, ...rest }: Omit<ComponentProps<'form'>, 'onSubmit'> & { onSubmit: () => void }) {
  return (
    <form
      {...rest}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    />
  )
}
