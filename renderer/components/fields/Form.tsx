import { Input } from '@mantine/core'
import { createContext, use, useState, type ComponentProps, type KeyboardEvent, type SyntheticEvent } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'

/**
 * A form that stays on its page: Enter in one of its fields, or its button, calls `onSubmit`. Enter while the button waits for
 * something says at the field what is wrong with it, or that a `required` one is empty, and leads there.
 */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const { t } = useTranslation()
  const [wasTried, setTried] = useState(false)
  const [missing, setMissing] = useState<Element | null>(null)
  const tryEarly = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!isEarlyEnter(event)) return
    event.preventDefault()
    const form = event.currentTarget
    // Fields say what is wrong with them once they are told, so that the first of them can be found.
    flushSync(() => {
      setTried(true)
      setMissing(null)
    })
    const wrong = [...form.elements].find(isWrong)
    if (wrong instanceof HTMLElement) wrong.focus()
    setMissing(wrong === undefined ? form : wrong.ariaInvalid === 'true' ? null : (wrong.closest(wrapper) ?? form))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears what its fields hear
    <form
      {...rest}
      noValidate
      onKeyDown={tryEarly}
      onInput={() => setMissing(null)}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <WasTried value={wasTried}>{children}</WasTried>
      {missing !== null &&
        createPortal(
          <Input.Error role="alert" mt={4}>
            {t(missing instanceof HTMLFormElement ? 'field.formUnready' : 'field.required')}
          </Input.Error>,
          missing,
        )}
    </form>
  )
}

type FormProps = Omit<ComponentProps<'form'>, 'onSubmit'> & { readonly onSubmit: () => void }

/** Whether somebody wanted the form around to be sent before it could be: its fields then say what they have against it. */
export function useWasTried(): boolean {
  return use(WasTried)
}

const WasTried = createContext(false)

const wrapper = '.mantine-InputWrapper-root'

/** Enter in a field for one line, where the button that it would press is off. */
function isEarlyEnter(event: KeyboardEvent<HTMLFormElement>): boolean {
  const { key, target, currentTarget: form } = event
  if (key !== 'Enter' || event.nativeEvent.isComposing || event.isDefaultPrevented()) return false
  if (!(target instanceof HTMLInputElement) || target.form !== form) return false
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  return button?.disabled === true && button.dataset['loading'] === undefined
}

function isWrong(field: Element): boolean {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.disabled) return false
  return field.ariaInvalid === 'true' || (field.required && field.value.trim() === '')
}
